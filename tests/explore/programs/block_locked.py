"""right: a lock is held from the read of a byte to its write.

returns: 4
"""

from multiprocessing import Lock, Process
from multiprocessing.shared_memory import SharedMemory


def add(name, lock, times):
    block = SharedMemory(name)
    for _ in range(times):
        with lock:
            block.buf[0] += 1
    block.close()


def main():
    block, lock = SharedMemory(create=True, size=1), Lock()
    workers = [Process(target=add, args=(block.name, lock, 2)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    count = block.buf[0]
    block.close()
    block.unlink()
    return count
