# CRASH -
"""A task of executor.map has a fault of its own, which shows."""

from concurrent.futures import ProcessPoolExecutor


def price(name):
    return {"apple": 3}[name]


def main():
    with ProcessPoolExecutor(2) as pool:
        return list(pool.map(price, ["apple", "pear"]))
