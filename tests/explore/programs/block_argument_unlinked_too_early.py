"""wrong (M53): a block that is an argument is opened by its name when the child begins.

only: spawn forkserver
returns: 0, 1
"""

from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def work(block):
    block.close()


def main():
    block = SharedMemory(create=True, size=1)
    worker = Process(target=work, args=(block,))
    worker.start()
    block.unlink()
    worker.join()
    block.close()
    return worker.exitcode
