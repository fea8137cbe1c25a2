"""wrong (M06): each worker has its own globals, and the parent has others.

returns: ([1, 1], 0), ([1, 2], 0)
"""

from multiprocessing import Pool

count = 0


def work(n):
    global count
    count += 1
    return count


def main():
    with Pool(2) as pool:
        return pool.map(work, [1, 2], chunksize=1), count
