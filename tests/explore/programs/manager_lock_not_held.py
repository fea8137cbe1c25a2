"""wrong: a manager's lock is released that nobody holds.

raises: RuntimeError
"""

from multiprocessing import Manager


def main():
    with Manager() as manager:
        manager.Lock().release()
