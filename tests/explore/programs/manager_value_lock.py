"""wrong (M48): a manager's Value has no get_lock.

raises: AttributeError
"""

from multiprocessing import Manager


def main():
    with Manager() as manager:
        value = manager.Value("i", 0)
        with value.get_lock():
            value.value += 1
