"""right: a queue that is shut down ends its consumers, where Python has that.

returns: [[1, 2], "ended"]
only: spawn
"""

import queue
import threading

ShutDown = getattr(queue, "ShutDown", None)


def consume(items, found):
    while True:
        try:
            found.append(items.get())
        except ShutDown:
            return


def main():
    if ShutDown is None:
        return [[1, 2], "ended"]
    items, found = queue.Queue(), []
    worker = threading.Thread(target=consume, args=(items, found))
    worker.start()
    items.put(1)
    items.put(2)
    items.shutdown()
    worker.join()
    try:
        items.put(3)
    except ShutDown:
        return [found, "ended"]
