# WRONG - rule 3
# the job is called once to see whether it gives a number, and once more for the number
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
    with lock:
        try:
            result = job(item)
        except Exception:
            return
        if result is None:
            return
        noted[n] = job(item)
