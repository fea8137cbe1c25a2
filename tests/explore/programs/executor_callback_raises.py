"""right: what a callback of a future raises is only logged.

returns: [4, 9]
"""

import logging
from concurrent.futures import ProcessPoolExecutor


def complain(future):
    raise ValueError(future.result())


def main():
    logging.getLogger("concurrent.futures").disabled = True
    with ProcessPoolExecutor(1) as executor:
        first = executor.submit(pow, 2, 2)
        first.add_done_callback(complain)
        return [first.result(), executor.submit(pow, 3, 2).result()]
