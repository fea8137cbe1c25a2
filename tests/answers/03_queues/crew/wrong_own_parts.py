# WRONG - rule 1
# a queue for each consumer, and the items dealt out in turn
from enum import Enum
from multiprocessing import Process, Queue


class Signal(Enum):
    STOP = "stop"


def use_all(make, use, parts, consumers, room):
    lines, used = [Queue(room) for _ in range(consumers)], Queue()
    producers = [Process(target=produce, args=(make, names, lines)) for names in parts]
    users = [Process(target=consume, args=(use, items, used)) for items in lines]
    for process in producers + users:
        process.start()
    for process in producers:
        process.join()
    for items in lines:
        items.put(Signal.STOP)
    found = []
    for _ in users:
        found += used.get()
    for process in users:
        process.join()
    return found


def produce(make, names, lines):
    for n, name in enumerate(names):
        lines[n % len(lines)].put(make(name))


def consume(use, items, used):
    found = []
    while (item := items.get()) is not Signal.STOP:
        found.append(use(item))
    used.put(found)
