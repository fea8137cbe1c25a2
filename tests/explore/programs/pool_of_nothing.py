"""right: a map over nothing is done at once.

returns: ([], [], True)
"""

from multiprocessing import Pool


def square(n):
    return n * n


def main():
    with Pool(2) as pool:
        return pool.map(square, []), list(pool.imap_unordered(square, [])), pool.map_async(square, []).ready()
