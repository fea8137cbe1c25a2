"""right: an initializer that raises breaks the executor.

returns: "BrokenThreadPool"
"""

import logging
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool


def prepare():
    raise ValueError("not ready")


def main():
    logging.getLogger("concurrent.futures").disabled = True
    with ThreadPoolExecutor(1, initializer=prepare) as executor:
        try:
            return executor.submit(abs, -1).result()
        except BrokenThreadPool as error:
            return type(error).__name__
