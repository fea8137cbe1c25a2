# RACE - rule 3
# each worker of the pool makes a lock of its own
from multiprocessing import Lock, Pool

lock = None


def remember(a_lock):
    global lock
    lock = Lock()


def visit(arrive, job, item):
    arrive(item)
    with lock:
        try:
            return job(item) or 0
        except Exception:
            return 0


def each_alone(arrive, job, items):
    with Pool(len(items), initializer=remember, initargs=(Lock(),)) as pool:
        numbers = pool.starmap(visit, [(arrive, job, item) for item in items], chunksize=1)
        pool.close()
        pool.join()
    return numbers
