# RACE M33 rule 2
# the results as they come
from multiprocessing import Process, Queue


def gather(compute, names):
    results = Queue()
    children = [Process(target=child, args=(compute, name, results)) for name in names]
    for process in children:
        process.start()
    found = [results.get() for _ in names]
    for process in children:
        process.join()
    return found


def child(compute, name, results):
    try:
        result = compute(name)
    except Exception:
        result = None
    results.put(result)
