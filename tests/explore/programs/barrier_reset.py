"""right: whoever waits at a barrier that is reset gets the error; after that it works again.

returns: ["BrokenBarrierError", False, 0, [0, 1]]
"""

from multiprocessing import Barrier, Process, SimpleQueue
from threading import BrokenBarrierError


def first(barrier, found):
    try:
        barrier.wait()
    except BrokenBarrierError as error:
        found.put(type(error).__name__)


def second(barrier, found):
    found.put(barrier.wait())


def main():
    barrier, found = Barrier(2), SimpleQueue()
    worker = Process(target=first, args=(barrier, found))
    worker.start()
    while barrier.n_waiting == 0:
        pass
    barrier.reset()
    seen = [found.get(), barrier.broken, barrier.n_waiting]
    worker.join()
    worker = Process(target=second, args=(barrier, found))
    worker.start()
    places = sorted([barrier.wait(), found.get()])
    worker.join()
    return [*seen, places]
