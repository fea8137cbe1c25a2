# DEADLOCK M50 rule 6
# a Lock is taken by who holds it already
from multiprocessing import Lock, Process, Value


def add_up(fetch, names):
    lock = Lock()
    total = Value("q", 0, lock=lock)
    adders = [Process(target=adder, args=(total, lock, fetch, name)) for name in names]
    for process in adders:
        process.start()
    for process in adders:
        process.join()
    return total.value


def adder(total, lock, fetch, name):
    for amount in fetch(name):
        with lock:
            total.value += amount
