# WRONG M16 rule 1
# each is started when the one before it has ended
from multiprocessing import Process, Queue


def gather(compute, names):
    results = Queue()
    children = [Process(target=child, args=(compute, name, results)) for name in names]
    for process in children:
        process.start()
        process.join()
    found = dict(results.get() for _ in names)
    return [found[name] for name in names]


def child(compute, name, results):
    try:
        result = compute(name)
    except Exception:
        result = None
    results.put((name, result))
