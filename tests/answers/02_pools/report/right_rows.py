# right
# The worker says which of the two it is; a plain map keeps the order.
from multiprocessing import Pool


def attempt(task):
    job, item = task
    try:
        return True, job(item)
    except Exception as error:
        return False, str(error)


def report(job, items, workers):
    pool = Pool(workers)
    try:
        rows = pool.map(attempt, [(job, item) for item in items], chunksize=1)
    finally:
        pool.close()
        pool.join()
    return [value for well, value in rows if well], [value for well, value in rows if not well]
