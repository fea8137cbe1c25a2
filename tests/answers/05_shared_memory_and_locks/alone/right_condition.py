# right
# a Condition, and a flag under it
from multiprocessing import Array, Condition, Process, Value


def each_alone(arrive, job, items):
    free = Condition()
    busy = Value("b", 0, lock=False)
    noted = Array("q", len(items), lock=False)
    workers = [Process(target=visit, args=(arrive, free, busy, job, item, noted, n)) for n, item in enumerate(items)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return list(noted)


def visit(arrive, free, busy, job, item, noted, n):
    arrive(item)
    with free:
        while busy.value:
            free.wait()
        busy.value = 1
    try:
        noted[n] = job(item) or 0
    finally:
        with free:
            busy.value = 0
            free.notify_all()
