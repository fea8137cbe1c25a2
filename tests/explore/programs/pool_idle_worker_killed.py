"""wrong (M63): who waits for a task holds the lock of the line, and takes it along when it is killed.

returns: [1, 4]
hangs: sometimes
"""

import os
import signal
from multiprocessing import Pool


def square(n):
    return n * n, os.getpid()


def main():
    with Pool(1) as pool:
        first, pid = pool.apply(square, (1,))
        os.kill(pid, signal.SIGTERM)
        second, _ = pool.apply(square, (2,))
        return [first, second]
