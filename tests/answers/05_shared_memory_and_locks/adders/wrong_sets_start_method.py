# FORBIDDEN -
# sets the start method
import multiprocessing
from multiprocessing import Process, Value
multiprocessing.set_start_method("spawn", force=True)
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
        with total.get_lock():
            total.value += amount
