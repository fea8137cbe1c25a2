# RACE - rule 5
# the numbers stand in the order in which the jobs were done
from multiprocessing import Array, Lock, Process, Value


def each_alone(arrive, job, items):
    lock = Lock()
    noted = Array("q", len(items), lock=False)
    count = Value("i", 0, lock=False)
    workers = [Process(target=visit, args=(arrive, lock, job, item, noted, count)) for item in items]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return list(noted)


def visit(arrive, lock, job, item, noted, count):
    arrive(item)
    with lock:
        n = count.value
        count.value += 1
        try:
            result = job(item)
        except Exception:
            return
        if result is None:
            return
        noted[n] = result
