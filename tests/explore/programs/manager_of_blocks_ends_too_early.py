"""wrong (M53): the manager takes the block away before the worker has opened it.

returns: 0, 1
"""

from multiprocessing import Process
from multiprocessing.managers import SharedMemoryManager
from multiprocessing.shared_memory import SharedMemory


def work(name):
    SharedMemory(name).close()


def main():
    with SharedMemoryManager() as manager:
        block = manager.SharedMemory(4)
        worker = Process(target=work, args=(block.name,))
        worker.start()
    worker.join()
    block.close()
    return worker.exitcode
