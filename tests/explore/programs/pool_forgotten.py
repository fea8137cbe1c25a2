"""right: a pool that nobody has any more is ended.

returns: ([1, 4], 0)
"""

import multiprocessing
from multiprocessing import Pool


def square(n):
    return n * n


def work():
    pool = Pool(2)
    return pool.map(square, [1, 2])


def main():
    return work(), len(multiprocessing.active_children())
