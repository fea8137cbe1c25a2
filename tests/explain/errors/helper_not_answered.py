# UNANSWERED -
"""The function of the workers is not answered yet."""

from multiprocessing import Pool


def work(item):
    raise NotImplementedError


def main():
    with Pool(1) as pool:
        return pool.map(work, [1])
