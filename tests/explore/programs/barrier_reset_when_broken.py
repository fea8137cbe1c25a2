"""right: a broken barrier that is reset is as new.

returns: [True, False, 0]
"""

from multiprocessing import Barrier


def main():
    barrier = Barrier(1)
    barrier.abort()
    broken = barrier.broken
    barrier.reset()
    return [broken, barrier.broken, barrier.wait()]
