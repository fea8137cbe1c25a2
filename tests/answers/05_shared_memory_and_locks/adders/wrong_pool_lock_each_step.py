# RACE M47 rule 4
# a pool; the lock is given back between the read and the write
from multiprocessing import Lock, Pool, Value

total = None
lock = None


def remember(value, a_lock):
    global total, lock
    total, lock = value, a_lock


def adder(task):
    fetch, name = task
    for amount in fetch(name):
        with lock:
            before = total.value
        with lock:
            total.value = before + amount


def add_up(fetch, names):
    value = Value("q", 0)
    with Pool(len(names), initializer=remember, initargs=(value, Lock())) as pool:
        pool.map(adder, [(fetch, name) for name in names], chunksize=1)
        pool.close()
        pool.join()
    return value.value
