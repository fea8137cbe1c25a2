"""right: whoever waits for an exception waits for all where there is none.

returns: (2, 0)
"""

from concurrent.futures import FIRST_EXCEPTION, ProcessPoolExecutor, wait


def square(n):
    return n * n


def main():
    with ProcessPoolExecutor(2) as executor:
        done, left = wait([executor.submit(square, n) for n in [1, 2]], return_when=FIRST_EXCEPTION)
        return len(done), len(left)
