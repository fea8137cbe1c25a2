"""right: locks and semaphores tell whether they can be taken, from Python 3.14.

returns: [True, True, True, True, False]
"""

import sys
from multiprocessing import BoundedSemaphore, Condition, Lock, RLock, Semaphore


def told(lock):
    if sys.version_info < (3, 14):
        return not hasattr(lock, "locked")
    before = lock.locked()
    lock.acquire()
    return (before, lock.locked()) == (False, True)


def main():
    locks = [Lock(), RLock(), Semaphore(1), BoundedSemaphore(1)]
    return [*map(told, locks), hasattr(Condition(), "locked")]
