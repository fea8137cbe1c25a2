"""right: a manager's lock does not outlive it.

returns: [True, "BrokenPipeError"]
"""

from multiprocessing import Manager


def main():
    with Manager() as manager:
        lock = manager.Lock()
        taken = lock.acquire()
    try:
        lock.release()
    except OSError as error:
        return [taken, type(error).__name__]
