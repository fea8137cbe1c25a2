"""right: one of those who meet executes the action, before anybody goes on.

returns: [1, 1]
"""

from functools import partial
from multiprocessing import Barrier, Process, SimpleQueue, Value


def count(total):
    total.value += 1


def meet(barrier, total, found):
    barrier.wait()
    found.put(total.value)


def main():
    total, found = Value("i", 0), SimpleQueue()
    barrier = Barrier(2, action=partial(count, total))
    workers = [Process(target=meet, args=(barrier, total, found)) for _ in range(2)]
    for worker in workers:
        worker.start()
    seen = [found.get(), found.get()]
    for worker in workers:
        worker.join()
    return seen
