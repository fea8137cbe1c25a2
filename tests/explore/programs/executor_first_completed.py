"""wrong: which future is done first is not settled, and more than one may be.

returns: [1], [4], [1, 4]
"""

from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait


def square(n):
    return n * n


def main():
    with ProcessPoolExecutor(2) as executor:
        done, _ = wait([executor.submit(square, n) for n in [1, 2]], return_when=FIRST_COMPLETED)
        return sorted(future.result() for future in done)
