"""right: a barrier can be used again.

returns: 2
"""

from multiprocessing import Barrier, Process, Value


def work(barrier, counter):
    barrier.wait()
    with counter.get_lock():
        counter.value += 1
    barrier.wait()


def main():
    barrier, counter = Barrier(2), Value("i", 0)
    workers = [Process(target=work, args=(barrier, counter)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return counter.value
