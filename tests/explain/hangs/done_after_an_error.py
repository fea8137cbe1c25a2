# DEADLOCK M34
"""The consumer is ended by an exception before it calls `task_done`."""

from multiprocessing import JoinableQueue, Process


def consume(tasks):
    for task in iter(tasks.get, None):
        1 // task
        tasks.task_done()


def main():
    tasks = JoinableQueue()
    consumer = Process(target=consume, args=(tasks,))
    consumer.start()
    for task in (1, 0):
        tasks.put(task)
    tasks.join()
