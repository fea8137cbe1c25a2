"""wrong: a reset sends those away who have come already.

returns: "met"
hangs: sometimes
"""

from multiprocessing import Barrier, Process


def meet(barrier):
    barrier.reset()
    barrier.wait()


def main():
    barrier = Barrier(2)
    worker = Process(target=meet, args=(barrier,))
    worker.start()
    barrier.wait()
    worker.join()
    return "met"
