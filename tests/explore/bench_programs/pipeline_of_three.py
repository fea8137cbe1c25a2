"""right: three stages, one process each, a sentinel handed on.

returns: [1, 5, 9]
"""

from multiprocessing import Process, Queue


def stage(work, source, target):
    while (item := source.get()) is not None:
        target.put(work(item))
    target.put(None)


def double(item):
    return 2 * item


def add_one(item):
    return item + 1


def main():
    queues = [Queue() for _ in range(3)]
    stages = [
        Process(target=stage, args=(work, *ends))
        for work, *ends in ((double, queues[0], queues[1]), (add_one, queues[1], queues[2]))
    ]
    for each in stages:
        each.start()
    for item in (0, 2, 4, None):
        queues[0].put(item)
    found = list(iter(queues[2].get, None))
    for each in stages:
        each.join()
    return found
