# CRASH -
"""A worker of an executor is killed, and the executor says so."""

import os
import signal
from concurrent.futures import ProcessPoolExecutor


def weigh(parcel):
    os.kill(os.getpid(), signal.SIGKILL)


def main():
    with ProcessPoolExecutor(1) as pool:
        return pool.submit(weigh, 1).result()
