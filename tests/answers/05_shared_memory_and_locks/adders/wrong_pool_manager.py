# RACE M69 rule 4
# a pool; a manager's number is changed without a lock
from multiprocessing import Manager, Pool


def adder(task):
    fetch, name, total = task
    for amount in fetch(name):
        total.value += amount


def add_up(fetch, names):
    with Manager() as manager, Pool(len(names)) as pool:
        total = manager.Value("q", 0)
        pool.map(adder, [(fetch, name, total) for name in names], chunksize=1)
        pool.close()
        pool.join()
        return total.value
