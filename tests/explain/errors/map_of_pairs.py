# CRASH M66
"""map hands over each pair as one argument."""

from multiprocessing import Pool


def subtract(a, b):
    return a - b


def main():
    with Pool(2) as pool:
        return pool.map(subtract, [(3, 1), (4, 2)])
