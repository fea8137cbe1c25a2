# right
# the parent looks again and again whether all have added, then joins
import time
from multiprocessing import Process, Value


def add_up(fetch, names):
    total = Value("q", 0)
    finished = Value("i", 0)
    adders = [Process(target=adder, args=(total, finished, fetch, name)) for name in names]
    for process in adders:
        process.start()
    while finished.value < len(names):
        time.sleep(0.001)
    for process in adders:
        process.join()
    return total.value


def adder(total, finished, fetch, name):
    for amount in fetch(name):
        with total.get_lock():
            total.value += amount
    with finished.get_lock():
        finished.value += 1
