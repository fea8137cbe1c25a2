"""wrong (M46): the parent makes a lock for each worker.

returns: 1, 2
"""

from multiprocessing import Lock, Process, Value


def add(counter, lock):
    with lock:
        counter.value += 1


def main():
    counter = Value("i", 0)
    locks = [Lock() for _ in range(2)]
    workers = [Process(target=add, args=(counter, lock)) for lock in locks]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return counter.value
