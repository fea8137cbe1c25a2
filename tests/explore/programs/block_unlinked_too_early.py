"""wrong (M53): the block may be gone before the worker opens it.

returns: 0, 1
"""

from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def work(name):
    SharedMemory(name).close()


def main():
    block = SharedMemory(create=True, size=1)
    worker = Process(target=work, args=(block.name,))
    worker.start()
    block.unlink()
    worker.join()
    block.close()
    return worker.exitcode
