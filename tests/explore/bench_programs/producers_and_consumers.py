"""right: two producers, two consumers, and a sentinel for each consumer once the producers have ended.

returns: [0, 1, 10, 11]
"""

from multiprocessing import Process, Queue


def produce(first, items):
    for item in (first, first + 1):
        items.put(item)


def consume(items, results):
    while (item := items.get()) is not None:
        results.put(item)


def main():
    items, results = Queue(), Queue()
    producers = [Process(target=produce, args=(first, items)) for first in (0, 10)]
    consumers = [Process(target=consume, args=(items, results)) for _ in range(2)]
    for each in producers + consumers:
        each.start()
    for each in producers:
        each.join()
    for _ in consumers:
        items.put(None)
    found = [results.get() for _ in range(4)]
    for each in consumers:
        each.join()
    return sorted(found)
