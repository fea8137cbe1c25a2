# WRONG - rule 4
# a manager of its own kind, whose threads add without a lock
from multiprocessing import Process
from multiprocessing.managers import BaseManager


class Total:
    def __init__(self):
        self.number = 0

    def add(self, amount):
        self.number += amount

    def get(self):
        return self.number


class Totals(BaseManager):
    pass


Totals.register("Total", Total)


def add_up(fetch, names):
    with Totals() as manager:
        total = manager.Total()
        adders = [Process(target=adder, args=(total, fetch, name)) for name in names]
        for process in adders:
            process.start()
        for process in adders:
            process.join()
        return total.get()


def adder(total, fetch, name):
    for amount in fetch(name):
        total.add(amount)
