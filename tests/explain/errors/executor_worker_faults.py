# CRASH -
"""A worker of an executor ends as if it had touched memory that is not its own."""

import os
import signal
from concurrent.futures import ProcessPoolExecutor


def weigh(parcel):
    os.kill(os.getpid(), signal.SIGSEGV)


def main():
    with ProcessPoolExecutor(1) as pool:
        return pool.submit(weigh, 1).result()
