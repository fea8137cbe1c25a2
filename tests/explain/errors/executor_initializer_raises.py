# CRASH M103
"""The initializer of an executor raises: no worker was killed."""

from concurrent.futures import ProcessPoolExecutor

TABLE = {}


def load(name):
    TABLE["prices"] = {"apple": 3}[name]


def price(count):
    return count * TABLE["prices"]


def main():
    with ProcessPoolExecutor(2, initializer=load, initargs=("pear",)) as pool:
        return list(pool.map(price, [1, 2, 3]))
