# DEADLOCK -
"""A barrier for three, and two come."""

from multiprocessing import Barrier, Process


def meet(barrier):
    barrier.wait()


def main():
    barrier = Barrier(3)
    workers = [Process(target=meet, args=(barrier,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
