"""right: each thread writes items of its own.

returns: {"a": 2, "b": 2}
only: spawn
"""

import threading


def count(name, counts):
    for _ in range(2):
        counts[name] += 1


def main():
    counts = {"a": 0, "b": 0}
    workers = [threading.Thread(target=count, args=(name, counts)) for name in "ab"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return counts
