"""wrong (M61): an open pool cannot be joined.

raises: ValueError
"""

from multiprocessing import Pool


def square(n):
    return n * n


def main():
    with Pool(2) as pool:
        task = pool.apply_async(square, (2,))
        pool.join()
        return task.get()
