# WRONG - rule 6
# a lock is released once more when the work is done, which ends each process with an exception
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
    amount = sum(fetch(name))
    with total.get_lock():
        total.value += amount
    total.get_lock().release()
