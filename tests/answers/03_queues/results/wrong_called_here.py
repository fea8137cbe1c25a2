# WRONG M14 rule 1
# the target is called in the parent
from multiprocessing import Process, Queue


def gather(compute, names):
    results = Queue()
    children = [Process(target=child(compute, name, results)) for name in names]
    for process in children:
        process.start()
    found = dict(results.get() for _ in names)
    for process in children:
        process.join()
    return [found[name] for name in names]


def child(compute, name, results):
    try:
        result = compute(name)
    except Exception:
        result = None
    results.put((name, result))
