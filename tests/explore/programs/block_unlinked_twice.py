"""wrong (M53): each worker unlinks the block, and the second finds it gone.

returns: [0, 1]
"""

from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def end(block):
    block.close()
    block.unlink()


def main():
    block = SharedMemory(create=True, size=1)
    workers = [Process(target=end, args=(SharedMemory(block.name),)) for _ in range(2)]
    for worker in workers:
        worker.start()
        worker.join()
    block.close()
    return [worker.exitcode for worker in workers]
