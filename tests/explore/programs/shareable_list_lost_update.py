"""wrong: += on an item of a ShareableList is a read and a write.

returns: [1, "ab"], [2, "ab"]
"""

from multiprocessing import Process
from multiprocessing.shared_memory import ShareableList


def add(items):
    items[0] += 1
    items.shm.close()


def main():
    items = ShareableList([0, "ab"])
    workers = [Process(target=add, args=(items,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    found = list(items)
    items.shm.close()
    items.shm.unlink()
    return found
