"""wrong (M17): a worker of a pool may have no executor either.

raises: AssertionError
"""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool


def square(n):
    return n * n


def rows(n):
    with ProcessPoolExecutor(1) as executor:
        return executor.submit(square, n).result()


def main():
    with Pool(1) as pool:
        return pool.apply(rows, (2,))
