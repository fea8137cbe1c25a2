# DEADLOCK M50
"""One `with` takes the same lock twice."""

from multiprocessing import Lock

lock = Lock()


def main():
    with lock, lock:
        pass
