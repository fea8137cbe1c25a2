"""wrong: += on a byte of a block is a read and a write, and each worker keeps the buffer in a variable.

returns: 2, 3, 4
"""

from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def add(name, times):
    block = SharedMemory(name)
    buffer = block.buf
    for _ in range(times):
        buffer[0] += 1
    del buffer
    block.close()


def main():
    block = SharedMemory(create=True, size=1)
    workers = [Process(target=add, args=(block.name, 2)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    count = block.buf[0]
    block.close()
    block.unlink()
    return count
