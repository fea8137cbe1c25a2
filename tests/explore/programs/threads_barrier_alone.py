"""wrong: one of two never comes.

raises: BrokenBarrierError
only: spawn
"""

import threading


def main():
    threading.Barrier(2).wait(0.01)
