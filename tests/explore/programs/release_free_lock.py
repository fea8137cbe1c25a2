"""wrong: a Lock is released that nobody holds.

raises: ValueError
"""

from multiprocessing import Lock


def main():
    Lock().release()
