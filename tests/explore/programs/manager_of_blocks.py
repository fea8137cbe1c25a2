"""right: a SharedMemoryManager takes its blocks away at the end of the with statement.

returns: [[1, 2], b"abcd", "FileNotFoundError", "FileNotFoundError"]
"""

from multiprocessing import Process
from multiprocessing.managers import SharedMemoryManager
from multiprocessing.shared_memory import ShareableList, SharedMemory


def work(name, items, place):
    block = SharedMemory(name)
    block.buf[2 * place : 2 * place + 2] = b"abcd"[2 * place : 2 * place + 2]
    items[place] = place + 1
    block.close()
    items.shm.close()


def gone(opened):
    try:
        opened()
    except OSError as error:
        return type(error).__name__


def main():
    with SharedMemoryManager() as manager:
        block, items = manager.SharedMemory(4), manager.ShareableList([0, 0])
        workers = [Process(target=work, args=(block.name, items, n)) for n in range(2)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        found = [list(items), bytes(block.buf[:4])]
    found.append(gone(lambda: SharedMemory(block.name)))
    found.append(gone(lambda: ShareableList(name=items.shm.name)))
    return found
