"""wrong (M46): under spawn a lock made by the module is made again in each worker.

only: spawn forkserver
returns: 1, 2
"""

from multiprocessing import Lock, Process, Value

lock = Lock()


def add(counter):
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
