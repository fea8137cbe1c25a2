# WRONG - rule 2
# arrive is called with the lock held
from multiprocessing import Array, Lock, Process


def each_alone(arrive, job, items):
    lock = Lock()
    noted = Array("q", len(items), lock=False)
    workers = [Process(target=visit, args=(arrive, lock, job, item, noted, n)) for n, item in enumerate(items)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return list(noted)


def visit(arrive, lock, job, item, noted, n):
    with lock:
        arrive(item)
        noted[n] = job(item) or 0
