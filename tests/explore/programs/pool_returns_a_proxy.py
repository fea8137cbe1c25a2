"""right: a proxy that was sent to a worker comes back as one.

returns: [1, 2]
"""

from multiprocessing import Manager, Pool


def add(numbers, n):
    numbers.append(n)
    return numbers


def main():
    with Manager() as manager, Pool(1) as pool:
        numbers = pool.apply(add, (manager.list([1]), 2))
        return list(numbers)
