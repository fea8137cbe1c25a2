# WRONG - rule 6
# Nobody calls submitted().
from multiprocessing import Pool


def one_after_another(job, items, workers):
    with Pool(workers) as pool:
        return [pool.apply(job, (item,)) for item in items]


def all_at_once(job, items, workers, submitted):
    with Pool(workers) as pool:
        pending = [pool.apply_async(job, (item,)) for item in items]
        return [task.get() for task in pending]
