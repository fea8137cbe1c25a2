# RACE - rule 3
# no lock is taken
from multiprocessing import Array, Process


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
    noted[n] = job(item) or 0
