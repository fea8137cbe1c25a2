# WRONG - rule 5
# the number is a float of 32 bits, which is exact for small totals only
from multiprocessing import Process, Value


def add_up(fetch, names):
    total = Value("f", 0)
    adders = [Process(target=adder, args=(total, fetch, name)) for name in names]
    for process in adders:
        process.start()
    for process in adders:
        process.join()
    return int(total.value)


def adder(total, fetch, name):
    for amount in fetch(name):
        with total.get_lock():
            total.value += amount
