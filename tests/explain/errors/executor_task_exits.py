# CRASH M102
"""A task of an executor calls sys.exit with a text."""

import sys
from concurrent.futures import ProcessPoolExecutor


def weigh(parcel):
    if parcel < 0:
        sys.exit(f"bad parcel {parcel}")
    return parcel * 2


def main():
    with ProcessPoolExecutor(2) as pool:
        return list(pool.map(weigh, [4, -1, 7, 2]))
