"""wrong (M59): a callback that raises ends the thread that handles the results.

hangs: always
"""

from multiprocessing import Pool


def square(n):
    return n * n


def complain(result):
    raise ValueError(result)


def main():
    with Pool(1) as pool:
        first = pool.apply_async(square, (1,), callback=complain)
        first.wait()
        return pool.apply(square, (2,))
