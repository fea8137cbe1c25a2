# RACE - rule 5
# nobody waits for the children
from multiprocessing import Process, Queue


def gather(compute, names):
    results = Queue()
    children = [Process(target=child, args=(compute, name, results)) for name in names]
    for process in children:
        process.start()
    found = dict(results.get() for _ in names)
    return [found[name] for name in names]


def child(compute, name, results):
    try:
        result = compute(name)
    except Exception:
        result = None
    results.put((name, result))
