# RACE - rule 1
# who has not put anything for some seconds has failed
import queue
from multiprocessing import Process, Queue


def gather(compute, names):
    results = Queue()
    children = [Process(target=child, args=(compute, name, results)) for name in names]
    for process in children:
        process.start()
    found = dict.fromkeys(names)
    try:
        for _ in names:
            name, result = results.get(timeout=3)
            found[name] = result
    except queue.Empty:
        for process in children:
            process.terminate()
    for process in children:
        process.join()
    return [found[name] for name in names]


def child(compute, name, results):
    try:
        result = compute(name)
    except Exception:
        result = None
    results.put((name, result))
