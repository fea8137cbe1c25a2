"""right: a proxy does not outlive its manager.

returns: ["BrokenPipeError", "FileNotFoundError", "AssertionError", "ProcessError"]
"""

from multiprocessing import Manager


def error_of(ask):
    try:
        ask()
    except Exception as error:
        return type(error).__name__


def main():
    manager = Manager()
    used = manager.list()
    used.append(1)
    manager.shutdown()
    with Manager() as other:
        unused = other.list()
    asked = [lambda: used.append(2), lambda: unused.append(1), manager.list, manager.start]
    return [error_of(ask) for ask in asked]
