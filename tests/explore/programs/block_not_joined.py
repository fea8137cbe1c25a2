"""wrong: the block is read before the worker has ended.

returns: 0, 7
"""

from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def write(name):
    block = SharedMemory(name)
    block.buf[0] = 7
    block.close()


def main():
    block = SharedMemory(create=True, size=1)
    worker = Process(target=write, args=(block.name,))
    worker.start()
    found = block.buf[0]
    worker.join()
    block.close()
    block.unlink()
    return found
