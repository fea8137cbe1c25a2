# right
# who takes an item says so in a shared number; a time-out is only a reason to look again
import queue
from multiprocessing import Process, Queue, Value


def use_all(make, use, parts, consumers, room):
    items, used, left = Queue(room), Queue(), Value("i", sum(map(len, parts)))
    producers = [Process(target=produce, args=(make, names, items)) for names in parts]
    users = [Process(target=consume, args=(use, items, used, left)) for _ in range(consumers)]
    for process in producers + users:
        process.start()
    found = []
    for _ in users:
        found += used.get()
    for process in producers + users:
        process.join()
    return found


def produce(make, names, items):
    for name in names:
        items.put(make(name))


def consume(use, items, used, left):
    found = []
    while True:
        with left.get_lock():
            if left.value == 0:
                break
            left.value -= 1
        while True:
            try:
                item = items.get(timeout=1)
                break
            except queue.Empty:
                continue
        found.append(use(item))
    used.put(found)
