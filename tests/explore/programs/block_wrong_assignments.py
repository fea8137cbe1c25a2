"""right: what does not fit into a view is refused in Python's words.

returns: True
"""

from multiprocessing.shared_memory import SharedMemory

WRONG = [
    lambda view: view.__setitem__(slice(0, 2), b"abc"),
    lambda view: view.__setitem__(0, 256),
    lambda view: view.__setitem__(0, "a"),
    lambda view: view.__setitem__(99, 0),
    lambda view: view[99],
    lambda view: view["a"],
    lambda view: view[0, 0],
    lambda view: view.__delitem__(0),
    lambda view: view.toreadonly().__setitem__(0, 1),
    lambda view: view.cast("q"),
    lambda view: view.cast("B", (2, 2)),
    lambda view: view[::2].cast("H"),
    lambda view: view.cast("B", (2, 3))[0],
    lambda view: len(view.cast("B", ())),
    lambda view: view.cast("H").__setitem__(slice(0, 1), b"ab"),
    lambda view: setattr(view, "format", "q"),
    lambda view: memoryview(3),
    lambda view: view + b"a",
    lambda view: view < view,
    lambda view: view.nothing,
]


def told(action, view):
    try:
        return action(view)
    except Exception as error:
        return type(error).__name__, str(error)


def main():
    block = SharedMemory(create=True, size=6)
    view, plain = block.buf[:6], memoryview(bytearray(6))
    same = [told(action, view) == told(action, plain) for action in WRONG]
    view.release()
    block.close()
    block.unlink()
    return all(same) or same
