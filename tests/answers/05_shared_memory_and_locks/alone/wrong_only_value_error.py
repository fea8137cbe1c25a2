# DEADLOCK - rule 4
# one kind of exception is caught only: another one ends the worker, and its number never comes
from multiprocessing import Process, Queue, Semaphore


def each_alone(arrive, job, items):
    turn = Semaphore(1)
    results = Queue()
    workers = [Process(target=visit, args=(arrive, turn, job, item, results)) for item in items]
    for worker in workers:
        worker.start()
    found = dict(results.get() for _ in workers)
    for worker in workers:
        worker.join()
    return [found[item] for item in items]


def visit(arrive, turn, job, item, results):
    arrive(item)
    result = None
    try:
        with turn:
            result = job(item)
    except ValueError:
        pass
    results.put((item, result or 0))
