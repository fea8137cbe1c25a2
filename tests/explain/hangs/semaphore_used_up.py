# DEADLOCK -
"""A semaphore for two is taken three times."""

from multiprocessing import Process, Semaphore


def work(slots):
    for _ in range(3):
        slots.acquire()


def main():
    slots = Semaphore(2)
    worker = Process(target=work, args=(slots,))
    worker.start()
    worker.join()
