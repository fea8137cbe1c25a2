"""right: the errors of locks that are used wrongly.

returns: [["Runtime", "Runtime", "Value", "Value", "Value", "Runtime", "Runtime"], [False, True, False]]
only: spawn
"""

import threading


def errors(*calls):
    found = []
    for call in calls:
        try:
            found.append(call())
        except Exception as error:
            found.append(type(error).__name__.removesuffix("Error"))
    return found


def main():
    lock, taken = threading.Lock(), threading.Lock()
    taken.acquire()
    bounded = threading.BoundedSemaphore(1)
    found = errors(
        lock.release, threading.RLock().release, bounded.release, lambda: threading.Semaphore(-1),
        lambda: taken.acquire(False, 1), threading.Condition().wait, threading.Condition().notify,
        lambda: taken.acquire(False), taken.locked, lambda: taken.acquire(timeout=0.01),
    )  # fmt: skip
    return [found[:7], found[7:]]
