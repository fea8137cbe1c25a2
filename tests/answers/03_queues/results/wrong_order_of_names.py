# WRONG - rule 2
# the results in the order of the alphabet
from multiprocessing import Process, Queue


def gather(compute, names):
    results = Queue()
    children = [Process(target=child, args=(compute, name, results)) for name in names]
    for process in children:
        process.start()
    found = dict(results.get() for _ in names)
    for process in children:
        process.join()
    return [found[name] for name in sorted(names)]


def child(compute, name, results):
    try:
        result = compute(name)
    except Exception:
        result = None
    results.put((name, result))
