# WRONG - rule 3
# the sums are sent to the parent by a queue
from multiprocessing import Process, SimpleQueue


def add_up(fetch, names):
    sums = SimpleQueue()
    adders = [Process(target=adder, args=(sums, fetch, name)) for name in names]
    for process in adders:
        process.start()
    total = sum(sums.get() for _ in adders)
    for process in adders:
        process.join()
    return total


def adder(sums, fetch, name):
    sums.put(sum(fetch(name)))
