"""right: a semaphore begins with a number from 0 to the greatest that there is.

returns: ["OSError", "OSError", "OverflowError", "OverflowError", "TypeError", "ValueError", True]
"""

from multiprocessing import BoundedSemaphore, Semaphore
from multiprocessing.synchronize import SEM_VALUE_MAX


def error_of(make, value):
    try:
        make(value).release()
    except Exception as error:
        return type(error).__name__


def main():
    tried = [
        (Semaphore, -1),
        (BoundedSemaphore, -1),
        (Semaphore, SEM_VALUE_MAX + 1),
        (BoundedSemaphore, 2**70),
    ]
    tried += [(Semaphore, 1.5), (Semaphore, SEM_VALUE_MAX)]
    return [*(error_of(make, value) for make, value in tried), Semaphore(0).acquire(False) is False]
