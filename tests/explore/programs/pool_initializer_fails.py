"""wrong (M103): where the initializer raises, workers are replaced for ever.

hangs: always
"""

from multiprocessing import Pool


def prepare():
    raise ValueError("not ready")


def square(n):
    return n * n


def main():
    with Pool(1, initializer=prepare) as pool:
        return pool.map(square, [1, 2])
