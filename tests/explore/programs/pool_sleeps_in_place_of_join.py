"""wrong (M117): a sleep waits for nobody.

returns: [], [4]
"""

import time
from multiprocessing import Pool


def square(n):
    return n * n


def main():
    done = []
    with Pool(1) as pool:
        pool.apply_async(square, (2,), callback=done.append)
        time.sleep(0.3)
    return done
