"""right: keys, values and items are copies; iterating asks the server.

returns: [['a', 'b'], [1, 2], [('a', 1), ('b', 2)], ['a', 'b'], 2, True]
"""

from multiprocessing import Manager


def main():
    with Manager() as manager:
        d = manager.dict(a=1)
        d.update(b=2)
        return [d.keys(), d.values(), d.items(), list(d), len(d), "a" in d]
