# CRASH M98
"""A method of an object that keeps its pool is the task."""

import multiprocessing


class Marker:
    def __init__(self):
        self.pool = multiprocessing.Pool(2)

    def stamp(self, page):
        return page + 1

    def run(self, pages):
        try:
            return self.pool.map(self.stamp, pages)
        finally:
            self.pool.close()
            self.pool.join()


def main():
    return Marker().run([1, 2, 3])
