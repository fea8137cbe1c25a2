# WRONG - rule 3
# a number for each process; the parent puts their sum into the shared total
from multiprocessing import Array, Process, Value


def add_up(fetch, names):
    total = Value("q", 0)
    sums = Array("q", len(names))
    adders = [Process(target=adder, args=(total, sums, n, fetch, name)) for n, name in enumerate(names)]
    for process in adders:
        process.start()
    for process in adders:
        process.join()
    total.value = sum(sums)
    return total.value


def adder(total, sums, n, fetch, name):
    for amount in fetch(name):
        with total.get_lock():
            sums[n] += amount
            total.value = 0
