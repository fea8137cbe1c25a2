"""right: nothing is pickled on its way to a thread.

returns: [1, 4]
"""

from multiprocessing.pool import ThreadPool


def main():
    with ThreadPool(2) as pool:
        return pool.map(lambda n: n * n, [1, 2])
