"""right: a pool that is closed does what it was handed; then its results are there.

returns: ([1, 4], True)
"""

from multiprocessing import Pool


def square(n):
    return n * n


def main():
    with Pool(2) as pool:
        pending = [pool.apply_async(square, (n,)) for n in [1, 2]]
        pool.close()
        pool.join()
    return [task.get() for task in pending], all(task.ready() for task in pending)
