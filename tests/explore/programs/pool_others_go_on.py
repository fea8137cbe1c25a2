"""right: a worker that is gone is replaced; the other tasks are done.

returns: (1, 3)
"""

import os
from multiprocessing import Pool


def work(n):
    if n == 2:
        os._exit(1)
    return n


def main():
    with Pool(1) as pool:
        first, _, third = [pool.apply_async(work, (n,)) for n in [1, 2, 3]]
        return first.get(), third.get()
