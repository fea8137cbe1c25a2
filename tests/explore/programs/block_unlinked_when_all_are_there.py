"""right: what is open stays open when the block is unlinked.

returns: [b"ab", "FileNotFoundError"]
"""

from multiprocessing import Barrier, Process
from multiprocessing.shared_memory import SharedMemory


def work(name, opened, place):
    block = SharedMemory(name)
    opened.wait()
    block.buf[place] = b"ab"[place]
    block.close()


def main():
    block, opened = SharedMemory(create=True, size=2), Barrier(3)
    workers = [Process(target=work, args=(block.name, opened, n)) for n in range(2)]
    for worker in workers:
        worker.start()
    opened.wait()
    block.unlink()
    for worker in workers:
        worker.join()
    content = bytes(block.buf[:2])
    block.close()
    try:
        SharedMemory(block.name)
    except FileNotFoundError as error:
        return [content, type(error).__name__]
