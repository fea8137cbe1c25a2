"""right: join of a queue waits until all is done.

returns: 3
only: spawn
"""

import queue
import threading


def consume(items, done):
    while True:
        done.append(items.get())
        items.task_done()


def main():
    items, done = queue.Queue(), []
    threading.Thread(target=consume, args=(items, done), daemon=True).start()
    for k in range(3):
        items.put(k)
    items.join()
    return len(done)
