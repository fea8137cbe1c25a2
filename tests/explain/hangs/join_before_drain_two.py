# DEADLOCK M22
"""The same with two producers, of which the parent joins one after the other."""

from multiprocessing import Process, Queue


def produce(queue):
    for _ in range(50):
        queue.put("x" * 10_000)


def main():
    queue = Queue()
    producers = [Process(target=produce, args=(queue,)) for _ in range(2)]
    for producer in producers:
        producer.start()
    for producer in producers:
        producer.join()
    return sum(len(queue.get()) for _ in range(100))
