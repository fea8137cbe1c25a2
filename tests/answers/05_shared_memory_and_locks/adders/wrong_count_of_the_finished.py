# RACE - rule 6
# the parent waits until all have added, and for no process to end
from multiprocessing import Process, Semaphore, Value


def add_up(fetch, names):
    total, added = Value("q", 0), Semaphore(0)
    adders = [Process(target=adder, args=(total, added, fetch, name)) for name in names]
    for process in adders:
        process.start()
    for process in adders:
        added.acquire()
    return total.value


def adder(total, added, fetch, name):
    for amount in fetch(name):
        with total.get_lock():
            total.value += amount
    added.release()
