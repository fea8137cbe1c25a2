"""right: between threads an object stays the same one.

returns: [1]
only: spawn
"""

import queue
import threading

STOP = object()


def consume(items, found):
    while (item := items.get()) is not STOP:
        found.append(item)


def main():
    items, found = queue.SimpleQueue(), []
    worker = threading.Thread(target=consume, args=(items, found))
    worker.start()
    items.put(1)
    items.put(STOP)
    worker.join()
    return found
