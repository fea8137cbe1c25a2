# DEADLOCK -
"""A task of an executor never ends, and nobody gave a time-out."""

import threading
from concurrent.futures import ProcessPoolExecutor


def search(depth):
    threading.Event().wait()


def main():
    with ProcessPoolExecutor(1) as pool:
        pool.submit(search, 3)
