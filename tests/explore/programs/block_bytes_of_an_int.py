"""wrong: int.from_bytes reads and a slice assignment writes, with a gap between.

returns: 1, 2
"""

from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def add(name):
    block = SharedMemory(name)
    count = int.from_bytes(block.buf[:8], "little")
    block.buf[:8] = (count + 1).to_bytes(8, "little")
    block.close()


def main():
    block = SharedMemory(create=True, size=8)
    workers = [Process(target=add, args=(block.name,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    count = int.from_bytes(block.buf[:8], "little")
    block.close()
    block.unlink()
    return count
