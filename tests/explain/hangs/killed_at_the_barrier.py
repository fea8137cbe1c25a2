# DEADLOCK M107
"""One of three is killed while it waits at a Barrier: the last to come waits for its answer."""

from multiprocessing import Barrier, Process


def meet(barrier):
    barrier.wait()


def main():
    barrier = Barrier(3)
    parties = [Process(target=meet, args=(barrier,), name=name) for name in ("one", "two", "three")]
    parties[0].start()
    while barrier.n_waiting < 1:
        pass
    parties[0].terminate()
    parties[0].join()
    for party in parties[1:]:
        party.start()
    for party in parties[1:]:
        party.join()
