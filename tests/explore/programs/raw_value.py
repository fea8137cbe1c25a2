"""wrong: a RawValue has no lock.

raises: AttributeError
"""

from multiprocessing import RawValue


def main():
    value = RawValue("i", 1)
    with value.get_lock():
        value.value += 1
