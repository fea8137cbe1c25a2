# DEADLOCK M22
"""The parent waits for the end of a process whose queue it reads only afterwards."""

from multiprocessing import Process, Queue


def produce(queue):
    queue.put("x" * 200_000)


def main():
    queue = Queue()
    producer = Process(target=produce, args=(queue,), name="producer")
    producer.start()
    producer.join()
    return len(queue.get())
