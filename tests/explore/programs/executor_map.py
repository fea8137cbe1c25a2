"""right: the results of a map stand in the order of the items.

returns: [1, 4, 9]
"""

from concurrent.futures import ProcessPoolExecutor


def square(n):
    return n * n


def main():
    with ProcessPoolExecutor(2) as executor:
        return list(executor.map(square, [1, 2, 3], chunksize=2))
