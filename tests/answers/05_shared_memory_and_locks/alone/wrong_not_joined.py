# RACE - rule 6
# the parent waits until all have been at work, and for no process to end
from multiprocessing import Array, Lock, Process, Semaphore


def each_alone(arrive, job, items):
    lock, done = Lock(), Semaphore(0)
    noted = Array("q", len(items), lock=False)
    workers = [Process(target=visit, args=(arrive, done, lock, job, item, noted, n)) for n, item in enumerate(items)]
    for worker in workers:
        worker.start()
    for worker in workers:
        done.acquire()
    return list(noted)


def visit(arrive, done, lock, job, item, noted, n):
    try:
        take_turn(arrive, lock, job, item, noted, n)
    finally:
        done.release()


def take_turn(arrive, lock, job, item, noted, n):
    arrive(item)
    with lock:
        try:
            result = job(item)
        except Exception:
            return
        if result is None:
            return
        noted[n] = result
