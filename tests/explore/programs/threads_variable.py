"""wrong: the variable of an enclosing function is one for all, and is read and written.

returns: 1, 2
only: spawn
"""

import threading


def main():
    n = 0

    def add():
        nonlocal n
        n += 1

    workers = [threading.Thread(target=add) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return n
