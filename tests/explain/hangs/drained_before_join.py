# right
"""Everything is read, then the producer is joined."""

from multiprocessing import Process, Queue


def produce(queue):
    queue.put("x" * 200_000)


def main():
    queue = Queue()
    producer = Process(target=produce, args=(queue,))
    producer.start()
    size = len(queue.get())
    producer.join()
    return size
