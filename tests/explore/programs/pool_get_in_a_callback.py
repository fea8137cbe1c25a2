"""wrong: a callback that waits for another result keeps that from being handled.

returns: [4]
hangs: sometimes
"""

from multiprocessing import Pool


def square(n):
    return n * n


def main():
    found = []
    with Pool(2) as pool:
        other = pool.apply_async(square, (2,))
        pool.apply_async(square, (1,), callback=lambda result: found.append(other.get()))
        pool.close()
        pool.join()
    return found
