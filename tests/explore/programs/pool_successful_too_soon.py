"""wrong: a result that is not there is not successful, and not unsuccessful.

returns: True
raises: ValueError
"""

from multiprocessing import Pool


def square(n):
    return n * n


def main():
    with Pool(1) as pool:
        return pool.apply_async(square, (2,)).successful()
