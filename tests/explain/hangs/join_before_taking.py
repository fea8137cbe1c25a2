# DEADLOCK M22
"""A queue for two is full, and who would take is started when the producer has ended."""

from multiprocessing import Process, Queue


def produce(queue):
    for item in (1, 2, 3, None):
        queue.put(item)


def consume(queue):
    while queue.get() is not None:
        pass


def main():
    queue = Queue(2)
    producer = Process(target=produce, args=(queue,), name="producer")
    consumer = Process(target=consume, args=(queue,), name="consumer")
    producer.start()
    producer.join()
    consumer.start()
    consumer.join()
