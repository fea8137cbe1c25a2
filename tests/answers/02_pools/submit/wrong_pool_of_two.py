# WRONG - rule 3
# The size of the pool is hard-coded; `workers` is ignored.
from multiprocessing import Pool


def one_after_another(job, items, workers):
    with Pool(2) as pool:
        return [pool.apply(job, (i,)) for i in items]


def all_at_once(job, items, workers, submitted):
    with Pool(2) as pool:
        handles = [pool.apply_async(job, (item,)) for item in items]
        submitted()
        return [h.get() for h in handles]
