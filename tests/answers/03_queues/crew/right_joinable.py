# right
# the parent joins the producers, then the queue, and only then puts the sentinels
from multiprocessing import JoinableQueue, Process, Queue


class Stop:
    pass


def use_all(make, use, parts, consumers, room):
    items, used = JoinableQueue(room), Queue()
    producers = [Process(target=produce, args=(make, names, items)) for names in parts]
    users = [Process(target=consume, args=(use, items, used)) for _ in range(consumers)]
    for process in producers + users:
        process.start()
    for process in producers:
        process.join()
    items.join()
    for _ in users:
        items.put(Stop)
    found = [result for _ in users for result in used.get()]
    for process in users:
        process.join()
    return found


def produce(make, names, items):
    for name in names:
        items.put(make(name))


def consume(use, items, used):
    found = []
    while (item := items.get()) is not Stop:
        found.append(use(item))
        items.task_done()
    used.put(found)
