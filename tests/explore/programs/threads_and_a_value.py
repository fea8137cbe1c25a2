"""wrong (M45): threads of one process lose updates of a Value as processes do.

returns: 1, 2
only: spawn
"""

import threading
from multiprocessing import Value


def add(counter):
    counter.value += 1


def main():
    counter = Value("i", 0)
    workers = [threading.Thread(target=add, args=(counter,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return counter.value
