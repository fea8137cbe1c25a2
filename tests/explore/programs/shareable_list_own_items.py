"""right: workers that open a ShareableList by its name write items of their own.

returns: [0, 10, 20, 3]
"""

from multiprocessing import Process
from multiprocessing.shared_memory import ShareableList


def work(name, number):
    items = ShareableList(name=name)
    items[number] = items[number] + 10 * number
    items.shm.close()


def main():
    items = ShareableList([0, 0, 0])
    workers = [Process(target=work, args=(items.shm.name, n)) for n in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    found = [*items, len(items)]
    items.shm.close()
    items.shm.unlink()
    return found
