# right
# each item is put in a tuple, and an empty tuple is the end; results come one by one
import multiprocessing


def use_all(make, use, parts, consumers, room):
    items = multiprocessing.Queue(maxsize=room)
    used = multiprocessing.Queue()
    crew = []
    for _ in range(consumers):
        crew.append(multiprocessing.Process(target=keep_using, args=(use, items, used)))
    makers = []
    for names in parts:
        makers.append(multiprocessing.Process(target=keep_making, args=(make, names, items)))
    for worker in crew + makers:
        worker.start()
    for worker in makers:
        worker.join()
    for _ in range(consumers):
        items.put(())
    results, at_work = [], consumers
    while at_work:
        result = used.get()
        if result:
            results.append(result[0])
        else:
            at_work -= 1
    for worker in crew:
        worker.join()
    return results


def keep_making(make, names, items):
    for item in map(make, names):
        items.put((item,))


def keep_using(use, items, used):
    for item in iter(items.get, ()):
        used.put((use(*item),))
    used.put(())
