"""wrong: only the write is locked.

returns: 1, 2
"""

from multiprocessing import Lock, Process, Value


def add(counter, lock):
    seen = counter.value
    with lock:
        counter.value = seen + 1


def main():
    counter, lock = Value("i", 0), Lock()
    workers = [Process(target=add, args=(counter, lock)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return counter.value
