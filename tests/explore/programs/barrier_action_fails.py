"""right: an action that raises breaks the barrier, and all who meet there learn of it.

returns: ["ValueError", "BrokenBarrierError"]
"""

from multiprocessing import Barrier, Process, SimpleQueue


def refuse():
    raise ValueError("no")


def meet(barrier, found):
    try:
        barrier.wait()
    except Exception as error:
        found.put(type(error).__name__)


def main():
    barrier, found = Barrier(2, action=refuse), SimpleQueue()
    workers = [Process(target=meet, args=(barrier, found)) for _ in range(2)]
    for worker in workers:
        worker.start()
    seen = sorted([found.get(), found.get()], reverse=True)
    for worker in workers:
        worker.join()
    return seen
