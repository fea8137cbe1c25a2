# CRASH M98 spawn forkserver
"""An object keeps its processes and gives its own method as target."""

import multiprocessing


class Kitchen:
    def __init__(self):
        self.cooked = multiprocessing.SimpleQueue()
        self.cook = None
        self.helper = None

    def work(self, dish):
        self.cooked.put(dish)

    def open(self):
        self.cook = multiprocessing.Process(target=self.work, args=("soup",))
        self.cook.start()
        self.helper = multiprocessing.Process(target=self.work, args=("bread",))
        self.helper.start()
        dishes = sorted(self.cooked.get() for _ in range(2))
        self.cook.join()
        self.helper.join()
        return dishes


def main():
    return Kitchen().open()
