"""wrong: wait takes a process's sentinel, not the process.

raises: ValueError
"""

from multiprocessing import Process
from multiprocessing.connection import wait


def main():
    worker = Process(target=int)
    worker.start()
    worker.join()
    wait([worker])
