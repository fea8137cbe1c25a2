# DEADLOCK M51
"""Two processes take two locks in opposite order; both hold their first one before either goes on."""

from multiprocessing import Barrier, Lock, Process


def move(first, second, both):
    with first:
        both.wait()
        with second:
            pass


def main():
    a, b, both = Lock(), Lock(), Barrier(2)
    one = Process(target=move, args=(a, b, both), name="one")
    other = Process(target=move, args=(b, a, both), name="other")
    one.start()
    other.start()
    one.join()
    other.join()
