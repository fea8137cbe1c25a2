"""wrong (M63): a worker that is gone is replaced, its task is not done again.

hangs: always
"""

import os
from multiprocessing import Pool


def work(n):
    if n == 2:
        os._exit(1)
    return n


def main():
    with Pool(2) as pool:
        return pool.map(work, [1, 2, 3], chunksize=1)
