# DEADLOCK -
"""A task of a pool ends its worker at once, by os._exit."""

import os
from multiprocessing import Pool


def weigh(parcel):
    if parcel < 0:
        os._exit(3)
    return parcel * 2


def main():
    with Pool(2) as pool:
        return pool.map(weigh, [4, -1, 7, 2], chunksize=1)
