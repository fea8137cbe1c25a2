"""wrong (M53): who puts a block's name into a queue unlinks it before it is opened.

returns: [0, 0], [0, 1]
"""

from multiprocessing import Process, SimpleQueue
from multiprocessing.shared_memory import SharedMemory


def make(names):
    block = SharedMemory(create=True, size=1)
    names.put(block.name)
    block.close()
    block.unlink()


def use(names):
    SharedMemory(names.get()).close()


def main():
    names = SimpleQueue()
    workers = [Process(target=work, args=(names,)) for work in (make, use)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return [worker.exitcode for worker in workers]
