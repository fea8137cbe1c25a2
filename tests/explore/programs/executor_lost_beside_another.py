"""wrong: whether another's task was done before is not settled.

returns: [1, "lost"], ["lost", "lost"]
"""

import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def work(n):
    if n == 2:
        os._exit(3)
    return n


def result(future):
    try:
        return future.result()
    except BrokenProcessPool:
        return "lost"


def main():
    with ProcessPoolExecutor(2) as executor:
        futures = [executor.submit(work, n) for n in [1, 2]]
        return [result(future) for future in futures]
