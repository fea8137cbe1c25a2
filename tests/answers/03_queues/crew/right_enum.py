# right
# the parent puts a member of an enumeration for each consumer, when all producers are done
from enum import Enum
from multiprocessing import Process, Queue


class Signal(Enum):
    STOP = "stop"


def use_all(make, use, parts, consumers, room):
    items, used = Queue(room), Queue()
    producers = [Process(target=produce, args=(make, names, items)) for names in parts]
    users = [Process(target=consume, args=(use, items, used)) for _ in range(consumers)]
    for process in producers + users:
        process.start()
    for process in producers:
        process.join()
    for _ in users:
        items.put(Signal.STOP)
    found = []
    for _ in users:
        found += used.get()
    for process in users:
        process.join()
    return found


def produce(make, names, items):
    for name in names:
        items.put(make(name))


def consume(use, items, used):
    found = []
    while (item := items.get()) is not Signal.STOP:
        found.append(use(item))
    used.put(found)
