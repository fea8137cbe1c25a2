"""right: an error goes to the error callback, a result to the other.

returns: ([5], ["none"])
"""

from multiprocessing import Pool


def work(n):
    if not n:
        raise ValueError("none")
    return n


def main():
    done, failed = [], []
    with Pool(2) as pool:
        for n in [5, 0]:
            pool.apply_async(
                work, (n,), callback=done.append, error_callback=lambda error: failed.append(str(error))
            )
        pool.close()
        pool.join()
    return done, failed
