"""wrong (M17): a worker of a pool may have no pool.

raises: AssertionError
"""

from multiprocessing import Pool


def square(n):
    return n * n


def rows(n):
    with Pool(2) as pool:
        return pool.map(square, range(n))


def main():
    with Pool(2) as pool:
        return pool.map(rows, [2, 3])
