# DEADLOCK -
"""A process waits for an item of a manager's queue."""

from multiprocessing import Manager, Process


def save(queue):
    return queue.get()


def main():
    with Manager() as manager:
        queue = manager.Queue()
        saver = Process(target=save, args=(queue,), name="saver")
        saver.start()
        saver.join()
