"""right: a manager's barrier that is broken raises, and is as new after a reset.

returns: [True, "BrokenBarrierError", 0]
"""

from multiprocessing import Manager
from threading import BrokenBarrierError


def main():
    with Manager() as manager:
        barrier = manager.Barrier(1)
        barrier.abort()
        seen = [barrier.broken]
        try:
            barrier.wait()
        except BrokenBarrierError as error:
            seen.append(type(error).__name__)
        barrier.reset()
        return [*seen, barrier.wait()]
