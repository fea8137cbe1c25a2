"""wrong (M32): what a queue is given is pickled later, when that end may be closed, and is lost.

returns: "arrived", "lost"
"""

from multiprocessing import Pipe, Queue
from queue import Empty


def main():
    queue = Queue()
    reader, writer = Pipe(duplex=False)
    queue.put(writer)
    writer.close()
    try:
        queue.get(timeout=1).send(1)
    except Empty:
        return "lost"
    return "arrived" if reader.recv() == 1 else "other"
