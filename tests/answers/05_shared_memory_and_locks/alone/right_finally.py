# right
# acquire, and release in finally
from multiprocessing import Array, Lock, Process


def each_alone(arrive, job, items):
    lock = Lock()
    noted = Array("q", len(items))
    workers = [Process(target=visit, args=(arrive, lock, job, item, noted, n)) for n, item in enumerate(items)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return noted[:]


def visit(arrive, lock, job, item, noted, n):
    arrive(item)
    lock.acquire()
    try:
        result = job(item)
        if result is not None:
            noted[n] = result
    finally:
        lock.release()
