# right
# a Value with its own lock, held for each addition
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
            total.value += amount
