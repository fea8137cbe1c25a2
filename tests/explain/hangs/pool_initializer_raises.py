# DEADLOCK M103
"""The initializer of a pool raises: each new worker ends as it starts."""

from multiprocessing import Pool

TABLE = {}


def load(name):
    TABLE["prices"] = {"apple": 3}[name]


def price(count):
    return count * TABLE["prices"]


def main():
    with Pool(2, initializer=load, initargs=("pear",)) as pool:
        return pool.map(price, [1, 2, 3])
