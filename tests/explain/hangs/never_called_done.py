# DEADLOCK M34
"""Nobody calls `task_done`, and the consumer has ended."""

from multiprocessing import JoinableQueue, Process


def consume(queue):
    queue.get()


def main():
    queue = JoinableQueue()
    consumer = Process(target=consume, args=(queue,))
    consumer.start()
    queue.put(1)
    queue.join()
