"""right: one lock is held from the look to the making.

returns: 1
only: spawn
"""

import threading

cache, made, lock = {}, [], threading.Lock()


def make(key):
    made.append(key)
    return key.upper()


def get(key):
    with lock:
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
