"""right: waiting for a while tells apart what is done and what is not.

returns: (0, 1, True)
"""

from concurrent.futures import ProcessPoolExecutor, as_completed, wait
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
        done, left = wait([future], timeout=0.1)
        try:
            list(as_completed([future], timeout=0.1))
        except TimeoutError:
            event.set()
        return len(done), len(left), future.result()
