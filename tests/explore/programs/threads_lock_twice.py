"""wrong (M50): a Lock cannot be taken twice, not by its owner either.

hangs: always
only: spawn
"""

import threading

lock = threading.Lock()


def inner():
    with lock:
        return 1


def main():
    with lock:
        return inner()
