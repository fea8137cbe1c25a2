# WRONG M54 rule 5
# apply waits for each task.
from multiprocessing import Pool


def one_after_another(job, items, workers):
    with Pool(workers) as pool:
        return [pool.apply(job, (item,)) for item in items]


def all_at_once(job, items, workers, submitted):
    with Pool(workers) as pool:
        results = [pool.apply(job, (item,)) for item in items]
        submitted()
        return results
