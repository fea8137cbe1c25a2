# DEADLOCK - rule 5
# a look before each get, when the producers are done: another one may take it
from multiprocessing import Event, Process, Queue


def use_all(make, use, parts, consumers, room):
    items, used, done = Queue(room), Queue(), Event()
    producers = [Process(target=produce, args=(make, names, items)) for names in parts]
    users = [Process(target=consume, args=(use, items, used, done)) for _ in range(consumers)]
    for process in producers + users:
        process.start()
    for process in producers:
        process.join()
    done.set()
    found = []
    for _ in users:
        found += used.get()
    for process in users:
        process.join()
    return found


def produce(make, names, items):
    for name in names:
        items.put(make(name))


def consume(use, items, used, done):
    found = []
    while not (done.is_set() and items.empty()):
        found.append(use(items.get()))
    used.put(found)
