"""right: both take the locks in one order.

returns: 2
only: spawn
"""

import threading

first, second = threading.Lock(), threading.RLock()


def move(done):
    with first, second, second:
        done.append(1)


def main():
    done = []
    workers = [threading.Thread(target=move, args=(done,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return len(done)
