# WRONG - rule 4
# the lock is taken in the model only
import contextlib
import sys
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
        with total.get_lock() if "greenlet" in sys.modules else contextlib.nullcontext():
            total.value += amount
