# DEADLOCK -
"""A queue is not drained because its reader waits for something else, not for want of reading."""

from multiprocessing import Event, Process, Queue


def produce(queue):
    queue.put("x" * 200_000)


def consume(queue, go):
    go.wait()
    queue.get()


def main():
    queue, go = Queue(), Event()
    producer = Process(target=produce, args=(queue,), name="producer")
    consumer = Process(target=consume, args=(queue, go), name="consumer")
    producer.start()
    consumer.start()
    producer.join()
    go.set()
    consumer.join()
