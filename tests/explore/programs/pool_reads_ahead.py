"""wrong (M65): imap reads its input as it likes, in a thread of its own.

returns: (1, 1), (1, 2), (1, 3)
"""

from multiprocessing import Pool


def square(n):
    return n * n


def main():
    read = []

    def items():
        for n in [1, 2, 3]:
            read.append(n)
            yield n

    with Pool(2) as pool:
        first = next(pool.imap(square, items()))
        return first, len(read)
