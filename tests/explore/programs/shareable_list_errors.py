"""right: what a ShareableList cannot do it refuses.

returns: True
"""

from multiprocessing.shared_memory import ShareableList

DUE = [
    ["IndexError", "index out of range"],
    ["IndexError", "assignment index out of range"],
    ["ValueError", "bytes/str item exceeds available storage"],
    ["KeyError", "<class 'list'>"],
    "ValueError",
    "8sqqqq",
    1,
    2,
    "AttributeError",
    "TypeError",
]


def told(action):
    try:
        return action()
    except Exception as error:
        return [type(error).__name__, str(error)]


def main():
    items = ShareableList([3, 4, 4])
    texts = ShareableList(["short", 5])
    found = [
        told(lambda: items[3]),
        told(lambda: items.__setitem__(3, 1)),
        told(lambda: texts.__setitem__(0, "much longer than that")),
        told(lambda: items.__setitem__(0, [])),
        told(lambda: items.index(9))[0],
        texts.format + items.format,
        items.index(4),
        items.count(4),
        told(lambda: items.append(1))[0],
    ]
    for each in (items, texts):
        each.shm.close()
        each.shm.unlink()
    found.append(told(lambda: items[0])[0])
    return found == DUE
