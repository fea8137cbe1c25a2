# DEADLOCK -
"""A pool is terminated by name, and then asked for a result."""

import threading
from multiprocessing import Pool


def stay():
    threading.Event().wait()


def main():
    pool = Pool(1)
    late = pool.apply_async(stay)
    pool.terminate()
    pool.join()
    return late.get()
