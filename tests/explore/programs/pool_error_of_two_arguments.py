"""wrong (M64): an error that cannot be built anew ends the thread that handles the results.

hangs: always
"""

from multiprocessing import Pool


class Missing(Exception):
    def __init__(self, name, place):
        super().__init__(f"{name} is not at {place}")


def look(name):
    raise Missing(name, "home")


def main():
    with Pool(2) as pool:
        try:
            return pool.apply(look, ("ada",))
        except Missing as error:
            return str(error)
