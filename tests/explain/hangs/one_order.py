# right
"""Everybody takes the locks in the same order."""

from multiprocessing import Lock, Process


def move(first, second):
    with first, second:
        pass


def main():
    a, b = Lock(), Lock()
    workers = [Process(target=move, args=(a, b)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return "moved"
