"""right: three consumers; who gets the sentinel puts it back for the next.

returns: [0, 1, 2, 3]
"""

from multiprocessing import Process, Queue


def consume(items, results):
    while (item := items.get()) is not None:
        results.put(item)
    items.put(None)


def main():
    items, results = Queue(), Queue()
    consumers = [Process(target=consume, args=(items, results)) for _ in range(3)]
    for each in consumers:
        each.start()
    for item in (0, 1, 2, 3, None):
        items.put(item)
    found = [results.get() for _ in range(4)]
    for each in consumers:
        each.join()
    return sorted(found)
