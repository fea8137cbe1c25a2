"""wrong (M04): an initializer goes along with each worker.

only: spawn forkserver
raises: AttributeError PicklingError
"""

from multiprocessing import Pool


def main():
    with Pool(2, initializer=lambda: None) as pool:
        return pool.map(abs, [-1])
