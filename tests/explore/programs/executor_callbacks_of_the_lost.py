"""right: leaving an executor whose worker is gone waits for the callbacks of what is lost, too.

returns: 3
"""

import os
from concurrent.futures import ProcessPoolExecutor, wait


def leave(n):
    os._exit(n)


def main():
    told = []
    with ProcessPoolExecutor(1) as executor:
        futures = []
        for n in (3, 4, 5):
            try:
                future = executor.submit(leave, n)
            except Exception as error:
                told.append(error)
                continue
            future.add_done_callback(lambda future: told.append(future.exception()))
            futures.append(future)
        wait(futures)
    return len(told)
