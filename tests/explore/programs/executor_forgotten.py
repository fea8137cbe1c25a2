"""right: what was submitted is done, though nobody has the executor any more.

returns: 1
"""

from concurrent.futures import ProcessPoolExecutor


def work():
    return ProcessPoolExecutor(1).submit(abs, -1)


def main():
    return work().result()
