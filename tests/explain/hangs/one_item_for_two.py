# DEADLOCK -
"""Each consumer takes one item, and there is one: no sentinel is missing."""

from multiprocessing import Process, Queue


def consume(queue):
    queue.get()


def main():
    queue = Queue()
    consumers = [Process(target=consume, args=(queue,)) for _ in range(2)]
    for consumer in consumers:
        consumer.start()
    queue.put(1)
    for consumer in consumers:
        consumer.join()
