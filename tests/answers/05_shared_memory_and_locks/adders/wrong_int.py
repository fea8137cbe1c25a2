# WRONG M49 rule 5
# the type of the number holds 32 bits
from multiprocessing import Process, Value


def add_up(fetch, names):
    total = Value("i", 0)
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
