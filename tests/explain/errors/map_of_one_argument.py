# CRASH -
"""The function wants two arguments, and the items are no pairs."""

from multiprocessing import Pool


def subtract(a, b):
    return a - b


def main():
    with Pool(2) as pool:
        return pool.map(subtract, [1, 2])
