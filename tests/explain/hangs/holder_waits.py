# DEADLOCK -
"""Whoever holds the lock waits for an item, inside the block."""

from multiprocessing import Lock, Process, Queue


def work(lock, queue):
    with lock:
        queue.get()


def main():
    lock, queue = Lock(), Queue()
    workers = [Process(target=work, args=(lock, queue)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
