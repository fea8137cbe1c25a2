# DEADLOCK M30 rule 5
# who gets nothing for ten seconds goes home
import queue
from multiprocessing import Process, Queue


def use_all(make, use, parts, consumers, room):
    items, used = Queue(room), Queue()
    producers = [Process(target=produce, args=(make, names, items)) for names in parts]
    users = [Process(target=consume, args=(use, items, used)) for _ in range(consumers)]
    for process in producers + users:
        process.start()
    for process in producers:
        process.join()
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
    while True:
        try:
            item = items.get(timeout=10)
        except queue.Empty:
            break
        found.append(use(item))
    used.put(found)
