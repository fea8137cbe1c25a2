"""wrong (M12): join(timeout) returns None and ends nothing.

returns: (None, True, None)
"""

from multiprocessing import Event, Process


def work(stop):
    stop.wait()


def main():
    stop = Event()
    worker = Process(target=work, args=(stop,))
    worker.start()
    seen = worker.join(timeout=0.01), worker.is_alive(), worker.exitcode
    stop.set()
    worker.join()
    return seen
