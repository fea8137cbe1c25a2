"""right: each thread has its own attributes of a local.

returns: [[0, 1], [0, 1], "none here"]
only: spawn
"""

import threading


class Own(threading.local):
    number = 0

    def __init__(self):
        self.seen = []


own, plain = Own(), threading.local()


def work(found):
    for _ in range(2):
        own.seen.append(own.number)
        own.number += 1
    plain.x = 1
    found.append(own.seen)


def main():
    found = []
    workers = [threading.Thread(target=work, args=(found,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return found + [getattr(plain, "x", "none here")]
