# DEADLOCK M50
"""The parent acquires a Lock that it has acquired."""

from multiprocessing import Lock


def main():
    lock = Lock()
    lock.acquire()
    try:
        lock.acquire()
    finally:
        lock.release()
