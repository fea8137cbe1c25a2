"""right: the Value's own lock around +=.

returns: 4
"""

import multiprocessing as mp


def add(counter, times):
    for _ in range(times):
        with counter.get_lock():
            counter.value += 1


def main():
    counter = mp.Value("i", 0)
    workers = [mp.Process(target=add, args=(counter,), kwargs={"times": 2}) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return counter.value
