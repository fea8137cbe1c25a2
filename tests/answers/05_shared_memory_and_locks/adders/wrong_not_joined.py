# RACE - rule 4
# the total is read before the processes have ended
from multiprocessing import Process, Value


def add_up(fetch, names):
    total = Value("q", 0)
    for name in names:
        Process(target=adder, args=(total, fetch, name)).start()
    with total.get_lock():
        return total.value


def adder(total, fetch, name):
    for amount in fetch(name):
        with total.get_lock():
            total.value += amount
