# WRONG - rule 3
# One worker does one task after another, whatever it is handed.
from multiprocessing import Pool


def one_after_another(job, items, workers):
    with Pool(1) as pool:
        return pool.map(job, items)


def all_at_once(job, items, workers, submitted):
    with Pool(workers) as pool:
        pending = [pool.apply_async(job, (item,)) for item in items]
        submitted()
        return [task.get() for task in pending]
