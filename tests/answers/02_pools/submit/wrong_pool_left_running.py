# WRONG - rule 7
# Nobody ends the pools.
from multiprocessing import Pool


def one_after_another(job, items, workers):
    pool = Pool(workers)
    return [pool.apply(job, (item,)) for item in items]


def all_at_once(job, items, workers, submitted):
    pool = Pool(workers)
    pending = [pool.apply_async(job, (item,)) for item in items]
    submitted()
    return [task.get() for task in pending]
