"""right: a worker of an executor may have processes.

returns: [0, 1, 4]
"""

from concurrent.futures import ProcessPoolExecutor


def square(n):
    return n * n


def rows(n):
    with ProcessPoolExecutor(1) as executor:
        return list(executor.map(square, range(n)))


def main():
    with ProcessPoolExecutor(1) as executor:
        return executor.submit(rows, 3).result()
