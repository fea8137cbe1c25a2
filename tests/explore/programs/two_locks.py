"""wrong: each of two workers takes another lock for one counter.

returns: 1, 2
"""

from multiprocessing import Lock, Process, Value


def add(counter, lock):
    with lock:
        counter.value += 1


def main():
    counter, mine, yours = Value("i", 0), Lock(), Lock()
    workers = [Process(target=add, args=(counter, lock)) for lock in (mine, yours)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return counter.value
