# WRONG - rule 4
# one_after_another hands out everything at once too.
from multiprocessing import Pool


def one_after_another(job, items, workers):
    with Pool(workers) as pool:
        return pool.map(job, items)


def all_at_once(job, items, workers, submitted):
    with Pool(workers) as pool:
        pending = pool.map_async(job, items)
        submitted()
        return pending.get()
