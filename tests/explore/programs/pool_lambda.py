"""wrong (M04): a lambda cannot be sent to a worker.

raises: AttributeError PicklingError
"""

from multiprocessing import Pool


def main():
    with Pool(2) as pool:
        return pool.map(lambda n: n * n, [1, 2])
