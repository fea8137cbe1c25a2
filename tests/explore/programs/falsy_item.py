"""wrong (M27): the loop ends at 0, not at the sentinel.

returns: [2, 1]
"""

from multiprocessing import Process, Queue


def produce(queue):
    for item in (2, 1, 0, -1, None):
        queue.put(item)


def main():
    queue, items = Queue(), []
    producer = Process(target=produce, args=(queue,))
    producer.start()
    while item := queue.get():
        items.append(item)
    producer.join()
    return items
