# right
# a pool of as many workers as names, each of which has the number from its initializer
from multiprocessing import Pool, Value

total = None


def remember(value):
    global total
    total = value


def adder(task):
    fetch, name = task
    for amount in fetch(name):
        with total.get_lock():
            total.value += amount


def add_up(fetch, names):
    value = Value("q", 0)
    with Pool(len(names), initializer=remember, initargs=(value,)) as pool:
        pool.map(adder, [(fetch, name) for name in names], chunksize=1)
        pool.close()
        pool.join()
    return value.value
