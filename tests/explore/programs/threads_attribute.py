"""wrong: += on an attribute is a read and a write.

returns: 1, 2
only: spawn
"""

import threading
import time


class Counter:
    def __init__(self):
        self.value = 0


def add(counter):
    before = counter.value
    time.sleep(0.01)
    counter.value = before + 1


def main():
    counter = Counter()
    workers = [threading.Thread(target=add, args=(counter,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return counter.value
