# RACE M46 rule 4
# each process makes a lock of its own
from multiprocessing import Lock, Process, Value


def add_up(fetch, names):
    total = Value("q", 0)
    adders = [Process(target=adder, args=(total, fetch, name)) for name in names]
    for process in adders:
        process.start()
    for process in adders:
        process.join()
    return total.value


def adder(total, fetch, name):
    lock = Lock()
    for amount in fetch(name):
        with lock:
            total.value += amount
