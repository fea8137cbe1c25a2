"""wrong: an item is lost only where three producers come in the reverse order, twice.

returns: True, False
"""

from multiprocessing import Process, Queue


def produce(name, items):
    items.put(name)
    items.put(name)


def main():
    items = Queue()
    producers = [Process(target=produce, args=(name, items)) for name in "abc"]
    for each in producers:
        each.start()
    found = [items.get() for _ in range(6)]
    for each in producers:
        each.join()
    return found != ["c", "b", "a", "c", "b", "a"]
