"""wrong (M98): a pool cannot be sent, nor a method of what keeps one.

raises: NotImplementedError
"""

from multiprocessing import Pool


class Squares:
    def __init__(self):
        self.pool = Pool(2)

    def square(self, n):
        return n * n

    def all(self, items):
        with self.pool:
            return self.pool.map(self.square, items)


def main():
    return Squares().all([1, 2])
