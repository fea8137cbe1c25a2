# DEADLOCK M52 rule 4
# the lock stays taken when a job raises
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
    result = job(item)
    if result is not None:
        noted[n] = result
    lock.release()
