# DEADLOCK M24 rule 5
# who finds the queue empty goes home
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
    while not items.empty():
        found.append(use(items.get()))
    used.put(found)
