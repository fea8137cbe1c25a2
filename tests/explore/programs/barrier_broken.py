"""right: a barrier that times out breaks, and says so.

returns: True
"""

import threading
from multiprocessing import Barrier


def main():
    barrier = Barrier(2)
    try:
        barrier.wait(timeout=0.01)
    except threading.BrokenBarrierError:
        return barrier.broken
