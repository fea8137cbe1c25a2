# DEADLOCK -
"""A manager's lock is taken twice."""

from multiprocessing import Manager


def main():
    with Manager() as manager:
        lock = manager.Lock()
        lock.acquire()
        with lock:
            pass
