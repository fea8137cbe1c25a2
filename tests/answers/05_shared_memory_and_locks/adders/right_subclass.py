# right
# a subclass of Process
from multiprocessing import Process, Value


def add_up(fetch, names):
    total = Value("q", 0)
    adders = [Adder(total, fetch, name) for name in names]
    for process in adders:
        process.start()
    for process in adders:
        process.join()
    return total.value


class Adder(Process):
    def __init__(self, total, fetch, name):
        super().__init__()
        self.total, self.fetch, self.asked = total, fetch, name

    def run(self):
        for amount in self.fetch(self.asked):
            with self.total.get_lock():
                self.total.value += amount
