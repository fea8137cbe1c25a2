"""right: one sentinel for each consumer.

returns: [0, 1, 2, 3]
only: spawn
"""

import queue
import threading


def consume(items, found):
    while (item := items.get()) is not None:
        found.append(item)


def main():
    items, found = queue.Queue(2), []
    workers = [threading.Thread(target=consume, args=(items, found)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for item in (0, 1, 2, 3, None, None):
        items.put(item)
    for worker in workers:
        worker.join()
    return sorted(found)
