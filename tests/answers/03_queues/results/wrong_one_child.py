# WRONG - rule 1
# one child for all names
from multiprocessing import Process, Queue


def gather(compute, names):
    results = Queue()
    children = [Process(target=child, args=(compute, names, results))]
    for process in children:
        process.start()
    found = dict(results.get() for _ in names)
    for process in children:
        process.join()
    return [found[name] for name in names]


def child(compute, names, results):
    for name in names:
        try:
            result = compute(name)
        except Exception:
            result = None
        results.put((name, result))
