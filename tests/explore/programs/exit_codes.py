"""right: exit codes tell how each child ended.

returns: [0, 1, 1, 3, 4, 1]
"""

import os
import sys
from multiprocessing import Process


def work(way):
    if way == 1:
        raise RuntimeError("no")
    if way == 2:
        sys.exit("a message")
    if way == 3:
        sys.exit(3)
    if way == 4:
        os._exit(4)


def main():
    workers = [Process(target=work, args=(way,)) for way in range(5)]
    workers.append(Process(target=work))
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return [worker.exitcode for worker in workers]
