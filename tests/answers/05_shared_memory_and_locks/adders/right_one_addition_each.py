# right
# each process sums its own numbers, and adds once
from multiprocessing import Process, Value


class Adder(Process):
    def __init__(self, total, fetch, name):
        super().__init__()
        self.total = total
        self.fetch = fetch
        self.key = name

    def run(self):
        mine = sum(self.fetch(self.key))
        with self.total:
            self.total.value += mine


def add_up(fetch, names):
    total = Value("q", 0)
    adders = [Adder(total, fetch, name) for name in names]
    for process in adders:
        process.start()
    for process in adders:
        process.join()
    return total.value
