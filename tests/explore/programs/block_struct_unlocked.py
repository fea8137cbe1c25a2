"""wrong: what struct unpacks from a block another may have changed before it is packed again.

returns: 5, 7, 12
"""

import struct
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def add(name, amount):
    block = SharedMemory(name)
    (total,) = struct.unpack_from("<i", block.buf, 4)
    struct.pack_into("<i", block.buf, 4, total + amount)
    block.close()


def main():
    block = SharedMemory(create=True, size=8)
    workers = [Process(target=add, args=(block.name, amount)) for amount in (5, 7)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    (total,) = struct.unpack_from("<i", block.buf, 4)
    block.close()
    block.unlink()
    return total
