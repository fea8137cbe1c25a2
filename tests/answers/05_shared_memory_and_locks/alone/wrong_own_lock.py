# RACE - rule 3
# each process makes a lock of its own
from multiprocessing import Array, Lock, Process


def each_alone(arrive, job, items):
    noted = Array("q", len(items), lock=False)
    workers = [Process(target=visit, args=(arrive, job, item, noted, n)) for n, item in enumerate(items)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return list(noted)


def visit(arrive, job, item, noted, n):
    arrive(item)
    lock = Lock()
    with lock:
        noted[n] = job(item) or 0
