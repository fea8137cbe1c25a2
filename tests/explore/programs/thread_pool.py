"""right: a pool of threads has what its process has.

returns: ([1, 4], [1, 2])
"""

from multiprocessing.pool import ThreadPool

seen = []


def square(n):
    seen.append(n)
    return n * n


def main():
    with ThreadPool(2) as pool:
        return pool.map(square, [1, 2]), sorted(seen)
