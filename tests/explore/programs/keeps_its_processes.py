"""wrong (M98): an object that keeps its process cannot be pickled again.

only: spawn forkserver
raises: TypeError
"""

from multiprocessing import Process, SimpleQueue


class Kitchen:
    def __init__(self):
        self.cooked = SimpleQueue()
        self.cooks = []

    def work(self, dish):
        self.cooked.put(dish)

    def open(self):
        for dish in ("soup", "bread"):
            cook = Process(target=self.work, args=(dish,))
            self.cooks.append(cook)
            cook.start()


def main():
    Kitchen().open()
