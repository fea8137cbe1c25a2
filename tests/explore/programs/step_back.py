"""right: who does not get the second lock gives back the first, and tries again.

returns: 2
"""

import time
from multiprocessing import Lock, Process, Value


def move(first, second, done):
    while True:
        with first:
            if second.acquire(block=False):
                done.value += 1
                second.release()
                return
        time.sleep(0.001)


def main():
    a, b, done = Lock(), Lock(), Value("i", 0)
    workers = [
        Process(target=move, args=(a, b, done)),
        Process(target=move, args=(b, a, done)),
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return done.value
