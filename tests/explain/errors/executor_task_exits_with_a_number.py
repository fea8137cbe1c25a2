# CRASH M125
"""A task of an executor calls sys.exit with a number."""

import sys
from concurrent.futures import ProcessPoolExecutor


def weigh(parcel):
    sys.exit(4)


def main():
    with ProcessPoolExecutor(2) as pool:
        return pool.submit(weigh, 1).result()
