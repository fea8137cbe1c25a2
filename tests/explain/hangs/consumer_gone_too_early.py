# DEADLOCK -
"""The consumer calls `task_done` for all it takes, and leaves too early."""

from multiprocessing import JoinableQueue, Process


def consume(tasks):
    tasks.get()
    tasks.task_done()


def main():
    tasks = JoinableQueue()
    for task in (1, 2):
        tasks.put(task)
    consumer = Process(target=consume, args=(tasks,))
    consumer.start()
    tasks.join()
