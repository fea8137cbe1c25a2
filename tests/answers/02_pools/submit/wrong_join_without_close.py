# CRASH M61 rule 1
# Joins a pool that is still open.
from multiprocessing import Pool


def one_after_another(job, items, workers):
    pool = Pool(workers)
    results = [pool.apply(job, (item,)) for item in items]
    pool.join()
    return results


def all_at_once(job, items, workers, submitted):
    pool = Pool(workers)
    pending = [pool.apply_async(job, (item,)) for item in items]
    submitted()
    pool.join()
    return [task.get() for task in pending]
