"""right: what stands behind an error in its chunk is not done.

returns: ("none", [5])
"""

from multiprocessing import Manager, Pool


def work(done, n):
    if not n:
        raise ValueError("none")
    done.append(n)


def main():
    with Manager() as manager, Pool(2) as pool:
        done = manager.list()
        try:
            pool.starmap(work, [(done, 5), (done, 0), (done, 7)], chunksize=3)
        except ValueError as error:
            return str(error), list(done)
