"""wrong: a BoundedSemaphore is released more often than it was taken.

raises: ValueError
"""

from multiprocessing import BoundedSemaphore


def main():
    semaphore = BoundedSemaphore(1)
    with semaphore:
        pass
    semaphore.release()
