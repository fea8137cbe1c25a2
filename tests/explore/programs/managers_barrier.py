"""right: a manager's barrier can be sent in a message, and meets as others do.

returns: [[0, 1], 2, False]
"""

from multiprocessing import Manager, Process, SimpleQueue


def meet(barriers, places):
    places.put(barriers.get().wait())


def main():
    with Manager() as manager:
        barrier, barriers, places = manager.Barrier(2), SimpleQueue(), SimpleQueue()
        workers = [Process(target=meet, args=(barriers, places)) for _ in range(2)]
        for worker in workers:
            worker.start()
            barriers.put(barrier)
        found = sorted([places.get(), places.get()])
        for worker in workers:
            worker.join()
        return [found, barrier.parties, barrier.broken]
