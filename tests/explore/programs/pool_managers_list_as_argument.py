"""right: a proxy is an argument like any other.

returns: [1, 2]
"""

from multiprocessing import Manager, Pool


def work(found, n):
    found.append(n)


def main():
    with Manager() as manager, Pool(2) as pool:
        found = manager.list()
        pool.starmap(work, [(found, 1), (found, 2)])
        return sorted(found)
