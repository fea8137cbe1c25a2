"""right: a block in a message is opened by whoever gets it.

returns: 42
"""

from multiprocessing import Process, SimpleQueue
from multiprocessing.shared_memory import SharedMemory


def work(blocks):
    block = blocks.get()
    block.buf[0] += 2
    block.close()


def main():
    block, blocks = SharedMemory(create=True, size=1), SimpleQueue()
    block.buf[0] = 40
    worker = Process(target=work, args=(blocks,))
    worker.start()
    blocks.put(block)
    worker.join()
    found = block.buf[0]
    block.close()
    block.unlink()
    return found
