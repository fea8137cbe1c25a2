# DEADLOCK -
"""A consumer waits for an item with the lock held that the producer has to take."""

from multiprocessing import Event, Lock, Process, Queue


def consume(queue, lock, held):
    with lock:
        held.set()
        queue.get()


def produce(queue, lock, held):
    held.wait()
    with lock:
        queue.put(1)


def main():
    queue, lock, held = Queue(), Lock(), Event()
    consumer = Process(target=consume, args=(queue, lock, held), name="consumer")
    producer = Process(target=produce, args=(queue, lock, held), name="producer")
    consumer.start()
    producer.start()
    consumer.join()
    producer.join()
