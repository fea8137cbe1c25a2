# WRONG - rule 3
# looks again and again, and takes what another one has taken meanwhile
import queue
from contextlib import ExitStack
from multiprocessing import Process, Queue
from time import monotonic, sleep


def offer(shelf, item, seconds):
    try:
        shelf.put(item, timeout=seconds)
    except queue.Full:
        return False
    return True


def take(shelf, seconds):
    until = monotonic() + seconds
    while shelf.empty():
        if monotonic() >= until:
            return False, None
        sleep(0.1)
    return True, shelf.get()


# What follows is given.


def alone(seconds):
    """Offer an item, and take it."""
    shelf = Queue()
    return offer(shelf, "a", seconds), take(shelf, seconds)


def at_the_shelf(room, parts, takes, seconds, offers_late=0, takes_late=0):
    """Some offer items, some take, some come later. Return what each was told, and what is left."""
    shelf, told = Queue(room), Queue()
    workers = []
    for part in parts:
        args = (shelf, part, seconds, offers_late, len(workers), told)
        workers.append(Process(target=offer_all, args=args))
    for count in takes:
        args = (shelf, count, seconds, takes_late, len(workers), told)
        workers.append(Process(target=take_so_many, args=args))
    for worker in workers:
        worker.start()
    found = dict(told.get() for _ in workers)
    for worker in workers:
        worker.join()
    left = []
    while not shelf.empty():
        left.append(shelf.get())
    return [found[n] for n in range(len(workers))], left


def offer_all(shelf, part, seconds, late, n, told):
    if late:
        sleep(late)
    told.put((n, [offer(shelf, item, seconds) for item in part]))


def take_so_many(shelf, count, seconds, late, n, told):
    if late:
        sleep(late)
    told.put((n, [take(shelf, seconds) for _ in range(count)]))


def at_a_closed_shelf(seconds):
    """Return which errors come of a shelf that is closed, and of seconds that are no number."""
    shelf = Queue()
    errors = [raised(take, shelf, str(seconds)), raised(offer, shelf, 1, str(seconds))]
    shelf.close()
    return [*errors, raised(offer, shelf, 1, seconds), raised(take, shelf, seconds)]


def raised(function, *arguments):
    found = []
    with ExitStack() as stack:
        stack.push(lambda kind, *_: found.append(kind and kind.__name__) or True)
        function(*arguments)
    return found[0]
