"""right (M105): a time-out of result ends nothing.

returns: ("TimeoutError", True)
"""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event


def keep(event):
    global stop
    stop = event


def work():
    return stop.wait()


def main():
    event = Event()
    with ProcessPoolExecutor(1, initializer=keep, initargs=(event,)) as executor:
        future = executor.submit(work)
        try:
            future.result(timeout=0.1)
        except TimeoutError as error:
            name = type(error).__name__
        event.set()
        return name, future.result()
