# CRASH -
"""Something is given to a pool that has a lock of threads within; the answer makes none."""

from concurrent.futures import Future
from multiprocessing import Pool


def work(future):
    return future.done()


def main():
    with Pool(1) as pool:
        return pool.apply(work, (Future(),))
