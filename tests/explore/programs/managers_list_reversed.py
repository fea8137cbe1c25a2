"""right: reversed goes through a manager's list as it was when it was asked for.

returns: [[3, 2, 1], 4]
"""

from multiprocessing import Manager


def main():
    with Manager() as manager:
        numbers = manager.list([1, 2, 3])
        backwards = reversed(numbers)
        numbers.append(4)
        return [list(backwards), len(numbers)]
