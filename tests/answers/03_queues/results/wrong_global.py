# WRONG M06 rule 2
# the results are kept in a dict of each child's own
from multiprocessing import Process

FOUND = {}


def gather(compute, names):
    children = [Process(target=child, args=(compute, name)) for name in names]
    for process in children:
        process.start()
    for process in children:
        process.join()
    return [FOUND.get(name) for name in names]


def child(compute, name):
    try:
        result = compute(name)
    except Exception:
        result = None
    FOUND[name] = result
