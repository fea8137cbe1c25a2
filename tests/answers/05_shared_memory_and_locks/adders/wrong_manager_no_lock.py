# RACE M69 rule 4
# a manager's number is changed without a lock
from multiprocessing import Manager, Process


def add_up(fetch, names):
    with Manager() as manager:
        total = manager.Value("q", 0)
        adders = [Process(target=adder, args=(total, fetch, name)) for name in names]
        for process in adders:
            process.start()
        for process in adders:
            process.join()
        return total.value


def adder(total, fetch, name):
    for amount in fetch(name):
        total.value += amount
