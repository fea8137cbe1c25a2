# WRONG - rule 2
# Looks once whether each result is there, and does not wait.
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    with Pool(workers) as pool:
        pending = [(item, pool.apply_async(job, (item,))) for item in items]
        results = {item: task.get() for item, task in pending if task.ready()}
    return results, [item for item in items if item not in results]
