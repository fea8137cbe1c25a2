# right
# a manager of its own kind, whose one object adds under a lock of threads
import threading
from multiprocessing import Process
from multiprocessing.managers import BaseManager


class Total:
    def __init__(self):
        self.lock = threading.Lock()
        self.number = 0

    def add(self, amount):
        with self.lock:
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
