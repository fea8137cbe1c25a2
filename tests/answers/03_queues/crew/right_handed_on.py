# right
# one sentinel, which each consumer hands on to the next; the parent counts
from multiprocessing import Process, Queue


class Stop:
    """Never made: the class itself is the sentinel."""


def use_all(make, use, parts, consumers, room):
    items, used = Queue(room), Queue()
    producers = [Process(target=produce, args=(make, names, items)) for names in parts]
    users = [Process(target=consume, args=(use, items, used)) for _ in range(consumers)]
    for process in [*users, *producers]:
        process.start()
    found = [used.get() for names in parts for _ in names]
    for process in producers:
        process.join()
    items.put(Stop)
    for process in users:
        process.join()
    items.get()
    return found


def produce(make, names, items):
    for name in names:
        items.put(make(name))


def consume(use, items, used):
    while True:
        item = items.get()
        if item is Stop:
            items.put(Stop)
            return
        used.put(use(item))
