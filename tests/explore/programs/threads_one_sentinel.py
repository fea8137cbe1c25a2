"""wrong (M26): one sentinel ends one consumer.

hangs: always
only: spawn
"""

import queue
import threading


def consume(items):
    while items.get() is not None:
        pass


def main():
    items = queue.Queue()
    workers = [threading.Thread(target=consume, args=(items,), daemon=True) for _ in range(2)]
    for worker in workers:
        worker.start()
    items.put(None)
    for worker in workers:
        worker.join()
