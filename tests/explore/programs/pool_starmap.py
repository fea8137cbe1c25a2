"""right: starmap unpacks pairs.

returns: [2, 12]
"""

from multiprocessing import Pool


def times(a, b):
    return a * b


def main():
    with Pool(2) as pool:
        return pool.starmap(times, [(1, 2), (3, 4)])
