"""right: the same with the processes kept elsewhere.

returns: ["bread", "soup"]
"""

from multiprocessing import Process, SimpleQueue


class Kitchen:
    def __init__(self):
        self.cooked = SimpleQueue()

    def work(self, dish):
        self.cooked.put(dish)

    def open(self):
        cooks = [Process(target=self.work, args=(dish,)) for dish in ("soup", "bread")]
        for cook in cooks:
            cook.start()
        dishes = sorted(self.cooked.get() for _ in cooks)
        for cook in cooks:
            cook.join()
        return dishes


def main():
    return Kitchen().open()
