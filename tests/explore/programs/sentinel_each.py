"""right: a sentinel for each consumer, and all results are taken before joining.

returns: [0, 1]
"""

from multiprocessing import Process, Queue


def consume(items, results):
    while (item := items.get()) is not None:
        results.put(item)


def main():
    items, results = Queue(), Queue()
    consumers = [Process(target=consume, args=(items, results)) for _ in range(2)]
    for consumer in consumers:
        consumer.start()
    for item in (0, 1, None, None):
        items.put(item)
    found = [results.get() for _ in range(2)]
    for consumer in consumers:
        consumer.join()
    return sorted(found)
