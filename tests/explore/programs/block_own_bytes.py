"""right: each worker writes bytes of its own, through a view of them.

returns: b"\\x00\\x00\\x01\\x01\\x02\\x02"
"""

from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def fill(name, number):
    block = SharedMemory(name)
    with block.buf[2 * number : 2 * number + 2] as mine:
        mine[0] = number
        mine[1] = mine[0]
    block.close()


def main():
    block = SharedMemory(create=True, size=6)
    workers = [Process(target=fill, args=(block.name, n)) for n in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    content = bytes(block.buf[:6])
    block.close()
    block.unlink()
    return content
