"""right: imap gives the results in the order of the items.

returns: [1, 4, 9]
"""

from multiprocessing import Pool


def square(n):
    return n * n


def main():
    with Pool(2) as pool:
        return list(pool.imap(square, (n for n in [1, 2, 3])))
