"""right: managers' dicts have | from Python 3.14, which gives a plain dict; |= changes that at the server.

returns: [{"a": 1, "b": 2}, {"a": 0}, {"a": 1, "c": 3}, "TypeError"]
"""

import sys
from multiprocessing import Manager


def main():
    with Manager() as manager:
        prices = manager.dict(a=1)
        if sys.version_info < (3, 14):
            try:
                return prices | {"b": 2}
            except TypeError as error:
                return [{"a": 1, "b": 2}, {"a": 0}, {"a": 1, "c": 3}, type(error).__name__]
        seen = [prices | {"b": 2}, {"a": 2} | manager.dict(a=0)]
        same = prices
        same |= {"c": 3}
        try:
            return prices | manager.dict()
        except TypeError as error:
            return [*seen, prices.copy(), type(error).__name__]
