# DEADLOCK -
"""The consumer goes home after one item; the queue is full, and the parent joins the producer."""

from multiprocessing import Process, Queue


def produce(queue):
    for item in (1, 2, 3, 4):
        queue.put(item)


def consume(queue):
    queue.get()


def main():
    queue = Queue(2)
    consumer = Process(target=consume, args=(queue,), name="consumer")
    producer = Process(target=produce, args=(queue,), name="producer")
    consumer.start()
    producer.start()
    consumer.join()
    producer.join()
    return queue.get()
