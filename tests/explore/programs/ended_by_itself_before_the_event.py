"""right: a wait whose time runs out has left before the event is set.

returns: [False, True]
"""

from multiprocessing import Event, Process, SimpleQueue


def wait(event, found):
    found.put(event.wait(0.1))


def main():
    event, found = Event(), SimpleQueue()
    worker = Process(target=wait, args=(event, found))
    worker.start()
    worker.join()
    event.set()
    return [found.get(), event.is_set()]
