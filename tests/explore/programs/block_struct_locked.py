"""right: the same under a lock, with a Struct.

returns: 12
"""

from multiprocessing import Lock, Process
from multiprocessing.shared_memory import SharedMemory
from struct import Struct

NUMBER = Struct("<i")


def add(name, lock, amount):
    block = SharedMemory(name)
    with lock:
        (total,) = NUMBER.unpack_from(block.buf, 4)
        NUMBER.pack_into(block.buf, 4, total + amount)
    block.close()


def main():
    block, lock = SharedMemory(create=True, size=8), Lock()
    workers = [Process(target=add, args=(block.name, lock, amount)) for amount in (5, 7)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    total = NUMBER.unpack(block.buf[4:8])[0]
    block.close()
    block.unlink()
    return total
