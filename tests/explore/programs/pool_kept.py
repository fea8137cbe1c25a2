"""right: a pool that somebody has goes on.

returns: ([1, 4], 2)
"""

import multiprocessing
from multiprocessing import Pool

pools = []


def square(n):
    return n * n


def work():
    pools.append(Pool(2))
    return pools[0].map(square, [1, 2])


def main():
    return work(), len(multiprocessing.active_children())
