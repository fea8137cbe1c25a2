"""wrong (M53): whoever is through first unlinks the block that the other has still to open.

returns: [0, 0], [0, 1], [1, 0]
"""

from multiprocessing import Lock, Process
from multiprocessing.shared_memory import SharedMemory


def work(name, first):
    block = SharedMemory(name)
    block.close()
    if first.acquire(False):
        block.unlink()


def main():
    block, first = SharedMemory(create=True, size=1), Lock()
    workers = [Process(target=work, args=(block.name, first)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    block.close()
    return [worker.exitcode for worker in workers]
