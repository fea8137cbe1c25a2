# CRASH M35
"""A Value is an argument of a pool's task."""

from multiprocessing import Pool, Value


def add(total):
    total.value += 1


def main():
    total = Value("i", 0)
    with Pool(2) as pool:
        pool.map(add, [total])
    return total.value
