"""wrong (M45): two workers add to one value, and no lock is held.

returns: 1, 2
"""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Value


def keep(value):
    global counter
    counter = value


def add():
    counter.value += 1


def main():
    total = Value("i", 0)
    with ProcessPoolExecutor(2, initializer=keep, initargs=(total,)) as executor:
        for _ in range(2):
            executor.submit(add)
    return total.value
