"""wrong (M95): a queue of threads cannot be sent to a process.

raises: TypeError
only: spawn forkserver
"""

import queue
from multiprocessing import Process
from threading import Lock


def work(*them):
    pass


def main():
    for each in (Lock(), queue.Queue()):
        try:
            Process(target=work, args=(each,)).start()
        except TypeError as error:
            assert "lock" in str(error)
            last = error
    raise last
