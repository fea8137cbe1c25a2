"""wrong (M46): each thread makes its own lock, which locks nobody out.

returns: 1, 2
only: spawn
"""

import threading
import time

total = 0


def add():
    global total
    lock = threading.Lock()
    with lock:
        seen = total
        time.sleep(0.01)
        total = seen + 1


def main():
    workers = [threading.Thread(target=add) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return total
