"""wrong: a manager's semaphore cannot begin with less than 0; the server says so.

raises: RemoteError
"""

from multiprocessing import Manager


def main():
    with Manager() as manager:
        manager.Semaphore(-1)
