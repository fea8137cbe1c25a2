"""right: next of a count is one step.

returns: [0, 1, 2, 3]
only: spawn
"""

import itertools
import threading

numbers = itertools.count()


def take(found):
    for _ in range(2):
        found.append(next(numbers))


def main():
    found = []
    workers = [threading.Thread(target=take, args=(found,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sorted(found)
