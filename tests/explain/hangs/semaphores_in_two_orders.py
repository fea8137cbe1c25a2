# DEADLOCK M51
"""Two processes take two semaphores for one in opposite order."""

from multiprocessing import Barrier, Process, Semaphore


def move(first, second, both):
    with first:
        both.wait()
        with second:
            pass


def main():
    a, b, both = Semaphore(1), Semaphore(1), Barrier(2)
    one = Process(target=move, args=(a, b, both), name="one")
    other = Process(target=move, args=(b, a, both), name="other")
    one.start()
    other.start()
    one.join()
    other.join()
