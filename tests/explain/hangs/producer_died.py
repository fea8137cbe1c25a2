# DEADLOCK -
"""The producer dies before it has put the sentinels; a consumer has ended by an exception, too."""

from multiprocessing import Process, Queue


def produce(queue):
    queue.put(0)
    queue.put(1 // 0)


def consume(queue):
    while (item := queue.get()) is not None:
        1 // item


def main():
    queue = Queue()
    workers = [Process(target=produce, args=(queue,))]
    workers += [Process(target=consume, args=(queue,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
