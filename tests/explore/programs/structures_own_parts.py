"""right: each worker changes a structure of its own in an array of them.

returns: [(1, 0.5, b"ab"), (4, 1.0, b"w1")]
"""

from ctypes import Structure, c_char, c_double, c_int
from multiprocessing import Process, RawArray


class Point(Structure):
    _fields_ = [("x", c_int), ("y", c_double), ("name", c_char * 4)]

    def double(self):
        self.x *= 2


def work(points, number):
    point = points[number]
    if number:
        point.double()
        point.y += 1
        point.name = b"w%d" % number


def main():
    points = RawArray(Point, [(1, 0.5, b"ab"), (2,)])
    workers = [Process(target=work, args=(points, n)) for n in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return [(point.x, point.y, point.name) for point in points]
