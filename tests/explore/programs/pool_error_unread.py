"""wrong (M56): nobody asks for the result, so nobody hears of the error.

returns: "done"
"""

from multiprocessing import Pool


def fail(n):
    raise ValueError(n)


def main():
    with Pool(2) as pool:
        pool.apply_async(fail, (1,))
        pool.close()
        pool.join()
    return "done"
