"""wrong (M51): two locks are taken in opposite orders.

returns: 2
hangs: sometimes
only: spawn
"""

import threading
import time

first, second = threading.Lock(), threading.Lock()


def move(one, other, done):
    with one:
        time.sleep(0.01)
        with other:
            done.append(1)


def main():
    done = []
    workers = [
        threading.Thread(target=move, args=(first, second, done)),
        threading.Thread(target=move, args=(second, first, done)),
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return len(done)
