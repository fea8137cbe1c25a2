# DEADLOCK M105
"""A time-out ends the waiting for a result; leaving the block waits for the task all the same."""

import threading
from concurrent.futures import ProcessPoolExecutor, TimeoutError


def search(depth):
    threading.Event().wait()


def main():
    with ProcessPoolExecutor(1) as pool:
        future = pool.submit(search, 3)
        try:
            return future.result(timeout=1)
        except TimeoutError:
            future.cancel()
            return "gave up"
