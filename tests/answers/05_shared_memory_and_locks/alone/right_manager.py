# right
# a manager's lock and a manager's list
from multiprocessing import Manager, Process


def each_alone(arrive, job, items):
    manager = Manager()
    lock, noted = manager.Lock(), manager.list([0] * len(items))
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
        noted[n] = result
