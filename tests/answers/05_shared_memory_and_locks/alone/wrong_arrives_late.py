# WRONG - rule 2
# arrive is called when the job is done
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
        try:
            result = job(item)
        except Exception:
            result = None
        noted[n] = result or 0
    arrive(item)
