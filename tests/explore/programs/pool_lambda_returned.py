"""wrong (M04): a lambda cannot come back either.

raises: MaybeEncodingError
"""

from multiprocessing import Pool


def make(n):
    return lambda: n


def main():
    with Pool(2) as pool:
        return pool.apply(make, (1,))()
