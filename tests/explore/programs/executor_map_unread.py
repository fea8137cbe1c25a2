"""wrong (M57): nobody reads the results, so nobody hears of the error.

returns: "done"
"""

from concurrent.futures import ProcessPoolExecutor


def fail(n):
    raise ValueError(n)


def main():
    with ProcessPoolExecutor(2) as executor:
        executor.map(fail, [1, 2])
    return "done"
