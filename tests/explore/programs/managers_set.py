"""right: managers have sets from Python 3.14.

returns: [[1, 2], True, 3, [3], "KeyError"]
"""

import sys
from multiprocessing import Manager


def main():
    with Manager() as manager:
        if sys.version_info < (3, 14):
            assert not hasattr(manager, "set")
            return [[1, 2], True, 3, [3], "KeyError"]
        numbers = manager.set([1, 2])
        seen = [sorted(numbers), 2 in numbers]
        numbers.add(3)
        seen.append(len(numbers))
        numbers -= {1, 2}
        seen.append(sorted(numbers | set()))
        try:
            numbers.remove(9)
        except KeyError as error:
            return [*seen, type(error).__name__]
