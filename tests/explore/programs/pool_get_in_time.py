"""right: a time-out that is over is a TimeoutError of multiprocessing, and ends nothing.

returns: ("TimeoutError", False, True)
"""

import multiprocessing
from multiprocessing import Event, Pool


def keep(event):
    global stop
    stop = event


def work():
    return stop.wait()


def main():
    event = Event()
    with Pool(1, initializer=keep, initargs=(event,)) as pool:
        task = pool.apply_async(work)
        try:
            task.get(timeout=0.1)
        except multiprocessing.TimeoutError as error:
            name = type(error).__name__
        ready = task.ready()
        event.set()
        return name, ready, task.get()
