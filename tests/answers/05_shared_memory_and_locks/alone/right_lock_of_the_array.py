# right
# the lock is that of the Array
from multiprocessing import Array, Process


def each_alone(arrive, job, items):
    noted = Array("q", len(items))
    workers = [Process(target=visit, args=(arrive, job, item, noted, n)) for n, item in enumerate(items)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return list(noted)


def visit(arrive, job, item, noted, n):
    arrive(item)
    with noted:
        noted[n] = job(item) or 0
