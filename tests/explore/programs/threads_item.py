"""wrong: += on an item is a read and a write.

returns: 1, 2
only: spawn
"""

import threading


def add(total):
    total[0] += 1


def main():
    total = [0]
    workers = [threading.Thread(target=add, args=(total,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return total[0]
