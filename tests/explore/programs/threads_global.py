"""wrong: += on a global is a read and a write, and the other thread can come between.

returns: 2, 3, 4
only: spawn
"""

import threading

n = 0


def add(times):
    global n
    for _ in range(times):
        n += 1


def main():
    workers = [threading.Thread(target=add, args=(2,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return n
