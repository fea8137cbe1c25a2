# WRONG - rule 2
# fetch is called a second time, to look whether there is anything
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
    if not fetch(name):
        return
    for amount in fetch(name):
        with total.get_lock():
            total.value += amount
