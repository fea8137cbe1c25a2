# DEADLOCK M50 rule 4
# a Lock is taken by who holds it already
from multiprocessing import Array, Process, Lock


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
    arrive(item)
    with lock:
        note(lock, noted, n, job(item))


def note(lock, noted, n, result):
    with lock:
        noted[n] = result or 0
