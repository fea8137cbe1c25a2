"""right: workers write every other byte, each its own.

returns: b"ababab"
"""

from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def work(name, number):
    block = SharedMemory(name)
    block.buf[number:6:2] = bytes([97 + number]) * 3
    block.close()


def main():
    block = SharedMemory(create=True, size=6)
    workers = [Process(target=work, args=(block.name, n)) for n in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    content = block.buf[:6].tobytes()
    block.close()
    block.unlink()
    return content
