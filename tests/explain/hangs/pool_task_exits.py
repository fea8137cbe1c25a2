# DEADLOCK M102
"""A task of a pool calls sys.exit: its worker ends, and its result never comes."""

import sys
from multiprocessing import Pool


def weigh(parcel):
    if parcel < 0:
        sys.exit(f"bad parcel {parcel}")
    return parcel * 2


def main():
    with Pool(2) as pool:
        return pool.map(weigh, [4, -1, 7, 2], chunksize=1)
