# WRONG - rule 2
# Submits everything once more after the signal, and takes the second results.
from multiprocessing import Pool


def one_after_another(job, items, workers):
    with Pool(workers) as pool:
        return [pool.apply(job, (item,)) for item in items]


def all_at_once(job, items, workers, submitted):
    with Pool(workers) as pool:
        pool.map_async(job, items, chunksize=1)
        submitted()
        return pool.map(job, items, chunksize=1)
