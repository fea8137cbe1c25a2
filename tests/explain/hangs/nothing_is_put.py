# DEADLOCK -
"""A process waits for an item, and the parent for the process."""

from multiprocessing import Process, Queue


def save(queue):
    return queue.get()


def main():
    queue = Queue()
    saver = Process(target=save, args=(queue,), name="saver")
    saver.start()
    saver.join()
