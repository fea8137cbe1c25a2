# WRONG M16 rule 1
# each process is waited for before the next is started
from multiprocessing import Array, Lock, Process


def each_alone(arrive, job, items):
    lock = Lock()
    noted = Array("q", len(items), lock=False)
    for n, item in enumerate(items):
        worker = Process(target=visit, args=(arrive, lock, job, item, noted, n))
        worker.start()
        worker.join()
    return list(noted)


def visit(arrive, lock, job, item, noted, n):
    arrive(item)
    with lock:
        noted[n] = job(item) or 0
