# WRONG M16 rule 1
# each process is waited for before the next is started
from multiprocessing import Process, Value


def add_up(fetch, names):
    total = Value("q", 0)
    for name in names:
        process = Process(target=adder, args=(total, fetch, name))
        process.start()
        process.join()
    return total.value


def adder(total, fetch, name):
    for amount in fetch(name):
        total.value += amount
