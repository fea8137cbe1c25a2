# right
# the one place of an Array, and an RLock
from multiprocessing import Array, Process, RLock


def add_up(fetch, names):
    total = Array("q", 1, lock=False)
    lock = RLock()
    adders = [Process(target=adder, args=(total, lock, fetch, name)) for name in names]
    for process in adders:
        process.start()
    for process in adders:
        process.join()
    return total[0]


def adder(total, lock, fetch, name):
    for amount in fetch(name):
        with lock:
            total[0] += amount
