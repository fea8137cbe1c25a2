# DEADLOCK M63
"""A worker of a pool is killed at its task."""

import os
import signal
from multiprocessing import Pool


def weigh(parcel):
    if parcel < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return parcel * 2


def main():
    with Pool(2) as pool:
        return pool.map(weigh, [4, -1, 7, 2], chunksize=1)
