"""right: an error that cannot be built anew breaks the executor.

returns: "BrokenProcessPool"
"""

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


class Missing(Exception):
    def __init__(self, name, place):
        super().__init__(f"{name} is not at {place}")


def look(name):
    raise Missing(name, "home")


def main():
    with ProcessPoolExecutor(1) as executor:
        try:
            executor.submit(look, "ada").result()
        except BrokenProcessPool as error:
            return type(error).__name__
