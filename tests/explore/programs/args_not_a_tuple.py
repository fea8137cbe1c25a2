"""wrong (M15): args=(5) is not a tuple.

raises: TypeError
"""

from multiprocessing import Process


def work(number):
    return number


def main():
    Process(target=work, args=(5)).start()
