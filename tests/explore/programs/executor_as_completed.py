"""wrong: as_completed gives futures in no order of their submission.

returns: [1, 4], [4, 1]
"""

from concurrent.futures import ProcessPoolExecutor, as_completed


def square(n):
    return n * n


def main():
    with ProcessPoolExecutor(2) as executor:
        futures = [executor.submit(square, n) for n in [1, 2]]
        return [future.result() for future in as_completed(futures)]
