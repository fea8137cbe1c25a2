# RACE - rule 3
# nobody asks whether the lock was taken when the time is up
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
    taken = lock.acquire(timeout=60)
    try:
        try:
            result = job(item)
        except Exception:
            return
        if result is None:
            return
        noted[n] = result
    finally:
        if taken:
            lock.release()
