"""right: each worker takes the lock around reading and writing.

returns: 4
"""

from multiprocessing import Lock, Process, Value


def add(counter, lock, times):
    for _ in range(times):
        with lock:
            counter.value += 1


def main():
    counter, lock = Value("i", 0), Lock()
    workers = [Process(target=add, args=(counter, lock, 2)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return counter.value
