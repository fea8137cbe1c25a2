"""right: a lock is held from the read of a global to its write.

returns: 4
only: spawn
"""

import threading

n = 0
lock = threading.Lock()


def add(times):
    global n
    for _ in range(times):
        with lock:
            n += 1


def main():
    workers = [threading.Thread(target=add, args=(2,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return n
