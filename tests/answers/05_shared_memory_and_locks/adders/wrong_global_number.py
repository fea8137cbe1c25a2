# WRONG M06 rule 4
# the total is a global number, of which each process changes its copy
from multiprocessing import Process

total = 0


def add_up(fetch, names):
    adders = [Process(target=adder, args=(fetch, name)) for name in names]
    for process in adders:
        process.start()
    for process in adders:
        process.join()
    return total


def adder(fetch, name):
    global total
    for amount in fetch(name):
        total += amount
