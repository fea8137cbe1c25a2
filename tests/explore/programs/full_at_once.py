"""right: a bounded queue is full when it is full.

returns: 'full'
"""

import queue
from multiprocessing import Queue


def main():
    line = Queue(maxsize=1)
    line.put("a")
    try:
        line.put_nowait("b")
    except queue.Full:
        line.get()
        return "full"
