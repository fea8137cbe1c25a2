"""wrong (M66): map does not unpack pairs.

raises: TypeError
"""

from multiprocessing import Pool


def times(a, b):
    return a * b


def main():
    with Pool(2) as pool:
        return pool.map(times, [(1, 2), (3, 4)])
