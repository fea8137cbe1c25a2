"""wrong (M33): items of different producers come in any order.

returns: ['a', 'b'], ['b', 'a']
"""

from multiprocessing import Process, Queue


def produce(queue, item):
    queue.put(item)


def main():
    queue = Queue()
    producers = [Process(target=produce, args=(queue, item)) for item in "ab"]
    for producer in producers:
        producer.start()
    items = [queue.get() for _ in range(2)]
    for producer in producers:
        producer.join()
    return items
