"""right: what a pool refuses.

returns: ["ValueError", "TypeError", "ValueError", "ValueError", "TypeError"]
"""

from multiprocessing import Pool


def square(n):
    return n * n


def error_of(make):
    try:
        make()
    except Exception as error:
        return type(error).__name__


def main():
    found = [
        error_of(lambda: Pool(0)),
        error_of(lambda: Pool(1, initializer=3)),
        error_of(lambda: Pool(1, maxtasksperchild=0)),
    ]
    with Pool(1) as pool:
        found.append(error_of(lambda: pool.imap(square, [1], chunksize=0)))
        found.append(error_of(lambda: pool.map(square, 3)))
    return found
