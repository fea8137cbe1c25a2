"""right: an error brings the text of the worker's traceback.

returns: ("RemoteTraceback", True)
"""

from multiprocessing import Pool


def fail(n):
    raise ValueError(n)


def main():
    with Pool(1) as pool:
        try:
            pool.apply(fail, (1,))
        except ValueError as error:
            return type(error.__cause__).__name__, "in fail" in str(error.__cause__)
