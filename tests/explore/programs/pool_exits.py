"""wrong (M102): sys.exit ends the worker, and nobody hears of its task any more.

hangs: always
"""

import sys
from multiprocessing import Pool


def leave(code):
    sys.exit(code)


def main():
    with Pool(2) as pool:
        return pool.map(leave, [0, 3])
