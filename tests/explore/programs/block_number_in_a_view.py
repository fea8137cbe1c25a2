"""wrong: += on a number of a cast view is a read and a write.

returns: 1000, 2000
"""

from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def add(name):
    block = SharedMemory(name)
    with block.buf[:16].cast("q") as numbers:
        numbers[1] += 1000
    block.close()


def main():
    block = SharedMemory(create=True, size=16)
    workers = [Process(target=add, args=(block.name,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    with block.buf[8:16].cast("q") as numbers:
        total = numbers[0]
    block.close()
    block.unlink()
    return total
