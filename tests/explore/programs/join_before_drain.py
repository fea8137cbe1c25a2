"""wrong (M22): join, then read; the data outgrow the pipe.

hangs: always
"""

from multiprocessing import Process, Queue


def produce(queue):
    queue.put("x" * 200_000)


def main():
    queue = Queue()
    producer = Process(target=produce, args=(queue,))
    producer.start()
    producer.join()
    return len(queue.get())
