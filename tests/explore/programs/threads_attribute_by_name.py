"""wrong: an attribute that is read and written by its name is read and written.

returns: 1, 2
only: spawn
"""

import threading


class Box:
    count = 0


def add(box):
    name = "count"
    setattr(box, name, getattr(box, name, 0) + 1)


def main():
    box = Box()
    workers = [threading.Thread(target=add, args=(box,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return box.count
