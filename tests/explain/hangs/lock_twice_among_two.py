# DEADLOCK M50
"""A process holds two locks and takes one of them again."""

from multiprocessing import Lock, Process


def work(first, second):
    with first, second:
        first.acquire()


def main():
    first, second = Lock(), Lock()
    worker = Process(target=work, args=(first, second))
    worker.start()
    worker.join()
