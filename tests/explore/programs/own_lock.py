"""wrong (M46): each worker makes its own lock, which locks nobody else out.

returns: 1, 2
"""

from multiprocessing import Lock, Process, Value


def add(counter):
    lock = Lock()
    with lock:
        counter.value += 1


def main():
    counter = Value("i", 0)
    workers = [Process(target=add, args=(counter,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return counter.value
