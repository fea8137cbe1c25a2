"""wrong (M60): nobody waits for the callbacks.

returns: [], [1], [4], [1, 4], [4, 1]
"""

from multiprocessing import Pool


def square(n):
    return n * n


def main():
    done = []
    with Pool(2) as pool:
        for n in [1, 2]:
            pool.apply_async(square, (n,), callback=done.append)
    return done
