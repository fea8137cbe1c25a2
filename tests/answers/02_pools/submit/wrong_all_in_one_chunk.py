# WRONG - rule 4
# one_after_another hands all the tasks to one worker at once, as one chunk.
from multiprocessing import Pool


def one_after_another(job, items, workers):
    with Pool(workers) as pool:
        return pool.map(job, items, chunksize=len(items))


def all_at_once(job, items, workers, submitted):
    with Pool(workers) as pool:
        pending = [pool.apply_async(job, (item,)) for item in items]
        submitted()
        return [task.get() for task in pending]
