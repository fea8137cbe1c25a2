"""right: everything is taken before the producer is joined.

returns: [0, 1, 2]
"""

from multiprocessing import Process, Queue


def produce(queue):
    for item in range(3):
        queue.put(item)
    queue.put(None)


def main():
    queue, items = Queue(), []
    producer = Process(target=produce, args=(queue,))
    producer.start()
    while (item := queue.get()) is not None:
        items.append(item)
    producer.join()
    return items
