# right
# a queue with one token, which whoever works has taken out
from multiprocessing import Array, Process, SimpleQueue


def each_alone(arrive, job, items):
    lock = SimpleQueue()
    lock.put(None)
    noted = Array("q", len(items), lock=False)
    workers = [Process(target=visit, args=(arrive, lock, job, item, noted, n)) for n, item in enumerate(items)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return list(noted)


def visit(arrive, lock, job, item, noted, n):
    arrive(item)
    lock.get()
    try:
        try:
            result = job(item)
        except Exception:
            return
        if result is None:
            return
        noted[n] = result
    finally:
        lock.put(None)
