"""right: bytes of a block are sent by a pipe, and received into one.

returns: [b"..bcd.", 3]
"""

from multiprocessing import Pipe, Process
from multiprocessing.shared_memory import SharedMemory


def work(link):
    block = SharedMemory(create=True, size=5)
    block.buf[:5] = b"abcde"
    link.send_bytes(block.buf, 1, 3)
    block.close()
    block.unlink()


def main():
    ours, theirs = Pipe()
    block = SharedMemory(create=True, size=6)
    block.buf[:6] = b"......"
    worker = Process(target=work, args=(theirs,))
    worker.start()
    size = ours.recv_bytes_into(block.buf, 2)
    worker.join()
    content = bytes(block.buf[:6])
    block.close()
    block.unlink()
    return [content, size]
