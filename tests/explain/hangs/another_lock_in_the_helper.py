# DEADLOCK -
"""A function that is called inside a block waits for another lock than the block's, which is left taken."""

from multiprocessing import Lock, Process


def inner(lock):
    lock.acquire()


def work(first, second):
    inner(second)
    with first:
        inner(second)


def main():
    first, second = Lock(), Lock()
    worker = Process(target=work, args=(first, second))
    worker.start()
    worker.join()
