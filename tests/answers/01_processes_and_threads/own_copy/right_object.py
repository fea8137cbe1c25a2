# right
# a process of a kind of its own, which keeps a Value
from multiprocessing import Process, Value


class Counter(Process):
    def __init__(self, count, text):
        super().__init__()
        self.count = count
        self.text = text
        self.number = Value("i", -1)

    def run(self):
        with self.number.get_lock():
            self.number.value = self.count(self.text)


def count_all(count, names):
    counters = [Counter(count, name) for name in names]
    for counter in counters:
        counter.start()
    found = []
    for counter in counters:
        counter.join()
        found.append(counter.number.value)
    return found
