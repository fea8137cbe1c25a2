"""right: leaving the block waits for all futures.

returns: [1, 4]
"""

from concurrent.futures import ProcessPoolExecutor


def square(n):
    return n * n


def main():
    with ProcessPoolExecutor(2) as executor:
        futures = [executor.submit(square, n) for n in [1, 2]]
    return [future.result() for future in futures]
