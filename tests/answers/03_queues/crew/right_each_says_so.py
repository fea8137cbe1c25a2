# right
# each producer puts a sentinel for the parent's counter, which is one of the consumers' too
from multiprocessing import get_context

DONE = ("done",)


def use_all(make, use, parts, consumers, room):
    context = get_context()
    items, used, told = context.Queue(room), context.Queue(), context.SimpleQueue()
    users = [context.Process(target=consume, args=(use, items, used)) for _ in range(consumers)]
    producers = [context.Process(target=produce, args=(make, names, items, told)) for names in parts]
    for process in users + producers:
        process.start()
    for _ in producers:
        told.get()
    for process in producers:
        process.join()
    for _ in range(consumers):
        items.put(DONE)
    found = []
    for _ in range(consumers):
        found.extend(used.get())
    for process in users:
        process.join()
    return found


def produce(make, names, items, told):
    for name in names:
        items.put([make(name)])
    told.put(True)


def consume(use, items, used):
    found = []
    while True:
        item = items.get()
        if item == DONE:
            break
        found += [use(item[0])]
    used.put(found)
