"""right: with maxtasksperchild each worker does so many chunks.

returns: 3
"""

import os
from multiprocessing import Pool


def who(n):
    return os.getpid()


def main():
    with Pool(2, maxtasksperchild=1) as pool:
        return len(set(pool.map(who, [1, 2, 3], chunksize=1)))
