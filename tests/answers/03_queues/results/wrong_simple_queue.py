# DEADLOCK M37 rule 3
# a SimpleQueue has no feeder, and its put waits for a reader
from multiprocessing import Process, SimpleQueue


def gather(compute, names):
    results = SimpleQueue()
    children = [Process(target=child, args=(compute, name, results)) for name in names]
    for process in children:
        process.start()
    for process in children:
        process.join()
    found = dict(results.get() for _ in names)
    return [found[name] for name in names]


def child(compute, name, results):
    try:
        result = compute(name)
    except Exception:
        result = None
    results.put((name, result))
