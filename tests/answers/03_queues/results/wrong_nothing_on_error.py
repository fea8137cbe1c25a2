# DEADLOCK - rule 4
# a child that fails puts nothing
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
    results.put((name, compute(name)))
