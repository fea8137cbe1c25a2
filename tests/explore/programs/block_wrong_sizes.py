"""right: a block needs a size, and who opens one a name.

returns: True
"""

from multiprocessing.shared_memory import SharedMemory

DUE = [
    "'size' must be a positive number different from zero",
    "'size' must be a positive integer",
    "'name' can only be None if create=True",
    True,
]


def error(*args, **options):
    try:
        SharedMemory(*args, **options)
    except (ValueError, TypeError) as found:
        return str(found) if isinstance(found, ValueError) else True


def main():
    return [error(create=True, size=0), error(create=True, size=-1), error(), error(size="two")] == DUE
