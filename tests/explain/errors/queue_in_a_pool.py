# CRASH M35
"""A Queue is an argument of a pool's task."""

from multiprocessing import Pool, Queue


def add(results):
    results.put(1)


def main():
    results = Queue()
    with Pool(2) as pool:
        pool.map(add, [results])
    return results.get()
