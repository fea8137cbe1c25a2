# WRONG - rule 3
# a pool whose tasks return sums, which the parent adds up
from multiprocessing import Pool


def adder(task):
    fetch, name = task
    return sum(fetch(name))


def add_up(fetch, names):
    with Pool(len(names)) as pool:
        sums = pool.map(adder, [(fetch, name) for name in names], chunksize=1)
        pool.close()
        pool.join()
    return sum(sums)
