# WRONG - rule 5
# a child that has put None ends with its exception
from multiprocessing import Process, Queue


def gather(compute, names):
    results = Queue()
    children = [Process(target=child, args=(compute, name, results)) for name in names]
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
        results.put((name, None))
        raise
    results.put((name, result))
