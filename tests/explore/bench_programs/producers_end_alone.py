"""wrong: the one consumer ends at the first producer's sentinel.

returns: [0, 1], [0, 1, 10], [0, 1, 10, 11], [0, 10], [0, 10, 11], [10, 11], [0, 1, 11], [1, 10, 11]
"""

from multiprocessing import Process, Queue


def produce(first, items):
    for item in (first, first + 1):
        items.put(item)
    items.put(None)


def main():
    items = Queue()
    producers = [Process(target=produce, args=(first, items)) for first in (0, 10)]
    for each in producers:
        each.start()
    found = sorted(iter(items.get, None))
    for each in producers:
        each.join()
    return found
