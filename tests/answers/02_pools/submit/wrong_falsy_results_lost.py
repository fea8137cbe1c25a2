# WRONG - rule 1
# Leaves out what is None, 0 or empty.
from multiprocessing import Pool


def one_after_another(job, items, workers):
    with Pool(workers) as pool:
        results = [pool.apply(job, (item,)) for item in items]
    return [result for result in results if result]


def all_at_once(job, items, workers, submitted):
    with Pool(workers) as pool:
        pending = [pool.apply_async(job, (item,)) for item in items]
        submitted()
        return [task.get() for task in pending]
