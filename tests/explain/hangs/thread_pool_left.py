# DEADLOCK -
"""A thread waits for another, in a pool of threads."""

import threading
from multiprocessing.pool import ThreadPool

free = threading.Event()


def main():
    with ThreadPool(1) as pool:
        return pool.apply_async(free.wait).get()
