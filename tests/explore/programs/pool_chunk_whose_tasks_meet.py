"""wrong: the tasks of a chunk are done one after the other.

hangs: always
"""

from multiprocessing import Barrier, Pool


def keep(barrier):
    global both
    both = barrier


def meet(n):
    return both.wait()


def main():
    with Pool(2, initializer=keep, initargs=(Barrier(2),)) as pool:
        return sorted(pool.map(meet, [1, 2], chunksize=2))
