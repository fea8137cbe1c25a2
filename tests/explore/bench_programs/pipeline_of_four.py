"""right: four stages with bounded queues between them.

returns: [13, 14]
"""

from multiprocessing import Process, Queue


def stage(more, source, target):
    while (item := source.get()) is not None:
        target.put(item + more)
    target.put(None)


def main():
    queues = [Queue(1) for _ in range(4)]
    stages = [Process(target=stage, args=(4, *ends)) for ends in zip(queues, queues[1:])]  # noqa: B905
    for each in stages:
        each.start()
    for item in (1, 2, None):
        queues[0].put(item)
    found = list(iter(queues[-1].get, None))
    for each in stages:
        each.join()
    return found
