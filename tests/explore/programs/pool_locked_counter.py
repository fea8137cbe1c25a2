"""right: what all workers share comes with the initializer.

returns: 2
"""

from multiprocessing import Pool, Value


def keep(value):
    global counter
    counter = value


def add(n):
    with counter.get_lock():
        counter.value += n


def main():
    total = Value("i", 0)
    with Pool(2, initializer=keep, initargs=(total,)) as pool:
        pool.map(add, [1, 1], chunksize=1)
    return total.value
