"""right: a sentinel of Python 3.15 keeps its identity through a queue; an object() of an older one does not.

returns: [True, ["soup"]]
"""

import sys
from multiprocessing import Process, Queue, SimpleQueue

STOP = sentinel("STOP") if sys.version_info >= (3, 15) else object()  # noqa: F821


def is_it(thing):
    return thing is STOP if sys.version_info >= (3, 15) else type(thing) is object


def eat(dishes, eaten):
    found = []
    while not is_it(dish := dishes.get()):
        found.append(dish)
    eaten.put((is_it(dish), found))


def main():
    dishes, eaten = Queue(), SimpleQueue()
    worker = Process(target=eat, args=(dishes, eaten))
    worker.start()
    dishes.put("soup")
    dishes.put(STOP)
    same, found = eaten.get()
    worker.join()
    return [same, found]
