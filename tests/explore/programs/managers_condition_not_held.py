"""wrong: a manager's condition raises another error than others for whoever does not hold it.

raises: RuntimeError
"""

from multiprocessing import Manager


def main():
    with Manager() as manager:
        manager.Condition().notify()
