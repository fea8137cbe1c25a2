# WRONG - rule 6
# consumers that nobody sends home
from multiprocessing import Process, Queue


def use_all(make, use, parts, consumers, room):
    items, used = Queue(room), Queue()
    producers = [Process(target=produce, args=(make, names, items)) for names in parts]
    users = [Process(target=consume, args=(use, items, used), daemon=True) for _ in range(consumers)]
    for process in producers + users:
        process.start()
    for process in producers:
        process.join()
    return [used.get() for names in parts for _ in names]


def produce(make, names, items):
    for name in names:
        items.put(make(name))


def consume(use, items, used):
    while True:
        used.put(use(items.get()))
