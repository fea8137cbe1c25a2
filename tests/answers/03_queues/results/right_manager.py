# right
# a manager's queue holds everything, so the children may be joined first
from multiprocessing import Manager, Process


def gather(compute, names):
    with Manager() as manager:
        results = manager.Queue()
        children = [Process(target=child, args=(compute, name, results)) for name in names]
        for process in children:
            process.start()
        for process in children:
            process.join()
        found = dict(results.get() for _ in names)
    return [found[name] for name in names]


def child(compute, name, results):
    try:
        results.put((name, compute(name)))
    except Exception:
        results.put((name, None))
