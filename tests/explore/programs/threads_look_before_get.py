"""wrong: another may take what empty has seen.

returns: 1
hangs: sometimes
only: spawn
"""

import queue
import threading


def take(items, found):
    if not items.empty():
        found.append(items.get())


def main():
    items, found = queue.Queue(), []
    items.put(1)
    workers = [threading.Thread(target=take, args=(items, found), daemon=True) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return len(found)
