"""wrong: callbacks come in the order in which the tasks finish.

returns: [1, 4], [4, 1]
"""

from multiprocessing import Pool


def square(n):
    return n * n


def main():
    done = []
    with Pool(2) as pool:
        for n in [1, 2]:
            pool.apply_async(square, (n,), callback=done.append)
        pool.close()
        pool.join()
    return done
