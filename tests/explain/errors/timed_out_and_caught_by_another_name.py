# CRASH M62
"""A time-out that is caught as the built-in TimeoutError, which it is not."""

import threading
from multiprocessing import Pool


def stay():
    threading.Event().wait()


def main():
    with Pool(1) as pool:
        try:
            return pool.apply_async(stay).get(timeout=0.1)
        except TimeoutError:
            return "late"
