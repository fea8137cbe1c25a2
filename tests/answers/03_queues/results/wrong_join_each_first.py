# DEADLOCK M22 rule 3
# each child is joined, and then one result is read
from multiprocessing import Process, Queue


def gather(compute, names):
    results = Queue()
    children = [Process(target=child, args=(compute, name, results)) for name in names]
    for process in children:
        process.start()
    found = {}
    for process in children:
        process.join()
        found.update([results.get()])
    return [found[name] for name in names]


def child(compute, name, results):
    try:
        result = compute(name)
    except Exception:
        result = None
    results.put((name, result))
