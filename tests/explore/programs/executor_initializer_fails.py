"""right: an initializer that raises breaks the executor.

returns: "BrokenProcessPool"
"""

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def prepare():
    raise ValueError("not ready")


def main():
    with ProcessPoolExecutor(1, initializer=prepare) as executor:
        try:
            return executor.submit(abs, -1).result()
        except BrokenProcessPool as error:
            return type(error).__name__
