# RACE M47 rule 4
# the lock is given back between the read and the write
from multiprocessing import Process, Value


def add_up(fetch, names):
    total = Value("q", 0)
    adders = [Process(target=adder, args=(total, fetch, name)) for name in names]
    for process in adders:
        process.start()
    for process in adders:
        process.join()
    return total.value


def adder(total, fetch, name):
    for amount in fetch(name):
        with total.get_lock():
            before = total.value
        with total.get_lock():
            total.value = before + amount
