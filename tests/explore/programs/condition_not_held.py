"""wrong: notify without holding the condition's lock.

raises: AssertionError
"""

from multiprocessing import Condition


def main():
    Condition().notify()
