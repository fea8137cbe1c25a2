# DEADLOCK -
"""Two hold a semaphore for two, and wait for the third, who waits to take it."""

from multiprocessing import Barrier, Process, Semaphore


def work(slots, all_in):
    with slots:
        all_in.wait()


def main():
    slots, all_in = Semaphore(2), Barrier(3)
    workers = [Process(target=work, args=(slots, all_in)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
