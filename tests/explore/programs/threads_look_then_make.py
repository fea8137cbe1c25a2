"""wrong: both may find that it is not there yet, and make it.

returns: 1, 2
only: spawn
"""

import threading

cache, made = {}, []


def make(key):
    made.append(key)
    return key.upper()


def get(key):
    if key not in cache:
        cache[key] = make(key)
    return cache[key]


def main():
    workers = [threading.Thread(target=get, args=("a",)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return len(made)
