"""wrong: a slice of one block is copied into another before it is written there.

returns: b"\\0\\0", b"ab"
"""

from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def write(name):
    block = SharedMemory(name)
    block.buf[2:4] = b"ab"
    block.close()


def main():
    source, target = SharedMemory(create=True, size=4), SharedMemory(create=True, size=2)
    worker = Process(target=write, args=(source.name,))
    worker.start()
    target.buf[:2] = source.buf[2:4]
    worker.join()
    content = bytes(target.buf[:2])
    for block in (source, target):
        block.close()
        block.unlink()
    return content
