"""Texts of values for those who read a schedule, in which nothing is asked of the run itself."""

import contextlib

_under_way = []


@contextlib.contextmanager
def telling():
    """While this lasts, modelled objects say what they are without looking at anything shared."""
    _under_way.append(True)
    try:
        yield
    finally:
        _under_way.pop()


def is_told():
    """Whether a text is made for a schedule, and not for the program."""
    return bool(_under_way)
