# RACE M46 rule 4
# the lock stands at the top of the module, so each process has one of its own
from multiprocessing import Lock, Process, Value

LOCK = Lock()


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
        with LOCK:
            total.value += amount
