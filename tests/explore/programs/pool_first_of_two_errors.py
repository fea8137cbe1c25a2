"""wrong: of several errors a map raises the one that came first.

returns: "1", "2"
"""

from multiprocessing import Pool


def fail(n):
    raise ValueError(n)


def main():
    with Pool(2) as pool:
        try:
            pool.map(fail, [1, 2], chunksize=1)
        except ValueError as error:
            return str(error)
