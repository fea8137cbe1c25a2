"""wrong: two workers make a block of one name; who comes second cannot.

returns: [0, 1], [1, 0]
"""

import os
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def work(name):
    SharedMemory(name, create=True, size=1).close()


def main():
    name = f"many_hands_{os.getpid()}_twice"
    workers = [Process(target=work, args=(name,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    block = SharedMemory(name)
    block.close()
    block.unlink()
    return [worker.exitcode for worker in workers]
