"""right: a structure has others in it, and an array; workers write parts of their own.

returns: [5, [3, 4], (1, 2), True]
"""

from ctypes import Structure, c_int, sizeof
from multiprocessing import Process, Value


class Pair(Structure):
    _fields_ = [("a", c_int), ("b", c_int)]


class Box(Structure):
    _fields_ = [("size", c_int), ("numbers", c_int * 2), ("pair", Pair)]


def work(box, number):
    if number:
        box.numbers[:] = [3, 4]
    else:
        box.pair = Pair(1, 2)


def main():
    box = Value(Box, 5)
    workers = [Process(target=work, args=(box, n)) for n in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    pair = box.pair
    return [box.size, list(box.numbers), (pair.a, pair.b), isinstance(pair, Pair) and sizeof(pair) == 8]
