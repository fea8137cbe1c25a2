"""wrong: the rows of two workers overlap by a byte, so the later one decides what stands there.

returns: b"aaabb", b"aabbb"
"""

from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def fill(name, start, letter):
    block = SharedMemory(name)
    block.buf[start : start + 3] = letter * 3
    block.close()


def main():
    block = SharedMemory(create=True, size=5)
    workers = [
        Process(target=fill, args=(block.name, start, letter)) for start, letter in ((0, b"a"), (2, b"b"))
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    content = bytes(block.buf[:5])
    block.close()
    block.unlink()
    return content
