"""wrong (M60): what map_async returns is of no use once its pool is gone.

returns: [1, 4]
hangs: sometimes
"""

from multiprocessing import Pool


def square(n):
    return n * n


def main():
    with Pool(2) as pool:
        results = pool.map_async(square, [1, 2])
    results.wait()
    return results.get()
