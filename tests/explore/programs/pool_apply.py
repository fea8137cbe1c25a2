"""right: apply waits for its task.

returns: [1, 4]
"""

from multiprocessing import Pool


def square(n):
    return n * n


def main():
    with Pool(2) as pool:
        return [pool.apply(square, (n,)) for n in [1, 2]]
