# DEADLOCK -
"""A consumer ends by an exception; the producer waits for room."""

from multiprocessing import Process, Queue


def consume(queue):
    raise KeyError("pear")


def main():
    queue = Queue(1)
    consumer = Process(target=consume, args=(queue,), name="consumer")
    consumer.start()
    queue.put(1)
    queue.put(2)
