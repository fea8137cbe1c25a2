# RACE M45 rule 4
# a pool; the number has no lock
from multiprocessing import Pool, RawValue

total = None


def remember(value):
    global total
    total = value


def adder(task):
    fetch, name = task
    for amount in fetch(name):
        total.value += amount


def add_up(fetch, names):
    value = RawValue("q", 0)
    with Pool(len(names), initializer=remember, initargs=(value,)) as pool:
        pool.map(adder, [(fetch, name) for name in names], chunksize=1)
        pool.close()
        pool.join()
    return value.value
