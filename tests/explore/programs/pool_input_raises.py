"""right: an error of the input stands in the place of the item that is missing.

returns: [1, "no more"]
"""

from multiprocessing import Pool


def square(n):
    return n * n


def items():
    yield 1
    raise ValueError("no more")


def main():
    found = []
    with Pool(2) as pool:
        results = pool.imap(square, items())
        while True:
            try:
                found.append(next(results))
            except StopIteration:
                return found
            except ValueError as error:
                found.append(str(error))
