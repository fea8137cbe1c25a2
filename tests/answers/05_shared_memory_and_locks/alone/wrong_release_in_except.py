# DEADLOCK M52 rule 4
# the lock is released for one kind of exception only
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
    arrive(item)
    lock.acquire()
    try:
        noted[n] = job(item)
        lock.release()
    except ValueError:
        lock.release()
