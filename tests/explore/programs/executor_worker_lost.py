"""right: when a worker is gone, what is not done is lost, and that is said.

returns: ["BrokenProcessPool", "BrokenProcessPool"]
"""

import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def leave(n):
    os._exit(n)


def main():
    found = []
    with ProcessPoolExecutor(1) as executor:
        futures = [executor.submit(leave, 3)]
        try:
            futures[0].result()
        except BrokenProcessPool as error:
            found.append(type(error).__name__)
        try:
            executor.submit(leave, 3)
        except BrokenProcessPool as error:
            found.append(type(error).__name__)
    return found
