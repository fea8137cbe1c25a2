# CRASH - rule 5
# a pool whose tasks catch one kind of exception only: another one is raised in the parent
from multiprocessing import Lock, Pool

lock = None


def remember(a_lock):
    global lock
    lock = a_lock


def visit(arrive, job, item):
    arrive(item)
    with lock:
        try:
            return job(item) or 0
        except ValueError:
            return 0


def each_alone(arrive, job, items):
    with Pool(len(items), initializer=remember, initargs=(Lock(),)) as pool:
        numbers = pool.starmap(visit, [(arrive, job, item) for item in items], chunksize=1)
        pool.close()
        pool.join()
    return numbers
