"""wrong: a view of one byte is handed to a function, which adds to it.

returns: 1, 2
"""

from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def raise_by_one(place):
    place[0] = place[0] + 1


def add(name):
    block = SharedMemory(name)
    raise_by_one(memoryview(block.buf)[3:4])
    block.close()


def main():
    block = SharedMemory(create=True, size=4)
    workers = [Process(target=add, args=(block.name,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    count = list(block.buf[:4])[3]
    block.close()
    block.unlink()
    return count
