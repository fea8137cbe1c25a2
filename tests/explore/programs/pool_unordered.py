"""wrong (M67): imap_unordered gives the results as they come.

returns: [1, 4], [4, 1]
"""

from multiprocessing import Pool


def square(n):
    return n * n


def main():
    with Pool(2) as pool:
        return list(pool.imap_unordered(square, [1, 2]))
