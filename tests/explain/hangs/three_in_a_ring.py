# DEADLOCK M51
"""Three processes, three locks, each one's second is the next one's first."""

from multiprocessing import Barrier, Lock, Process


def eat(left, right, all_hold):
    left.acquire()
    all_hold.wait()
    right.acquire()
    right.release()
    left.release()


def main():
    forks, all_hold = [Lock() for _ in range(3)], Barrier(3)
    eaters = [Process(target=eat, args=(forks[n], forks[(n + 1) % 3], all_hold)) for n in range(3)]
    for eater in eaters:
        eater.start()
    for eater in eaters:
        eater.join()
