"""right: an iterator of results can be asked for a while, and again.

returns: ("TimeoutError", True)
"""

import multiprocessing
from multiprocessing import Event, Pool


def keep(event):
    global stop
    stop = event


def work(n):
    return stop.wait()


def main():
    event = Event()
    with Pool(1, initializer=keep, initargs=(event,)) as pool:
        results = pool.imap(work, [1])
        try:
            results.next(timeout=0.1)
        except multiprocessing.TimeoutError as error:
            name = type(error).__name__
        event.set()
        return name, next(results)
