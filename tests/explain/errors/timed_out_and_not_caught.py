# CRASH -
"""A time-out that nobody catches."""

import threading
from multiprocessing import Pool


def stay():
    threading.Event().wait()


def main():
    with Pool(1) as pool:
        return pool.apply_async(stay).get(timeout=0.1)
