# DEADLOCK M60 rule 1
# Leaves the pool before the results are there.
from multiprocessing import Pool


def one_after_another(job, items, workers):
    with Pool(workers) as pool:
        return [pool.apply(job, (item,)) for item in items]


def all_at_once(job, items, workers, submitted):
    with Pool(workers) as pool:
        pending = [pool.apply_async(job, (item,)) for item in items]
        submitted()
    return [task.get() for task in pending]
