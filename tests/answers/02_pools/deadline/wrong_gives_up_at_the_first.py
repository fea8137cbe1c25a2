# WRONG - rule 2
# The first late task ends the waiting for the others too.
import multiprocessing
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    results = {}
    with Pool(workers) as pool:
        pending = [(item, pool.apply_async(job, (item,))) for item in items]
        try:
            for item, task in pending:
                results[item] = task.get(timeout=seconds)
        except multiprocessing.TimeoutError:
            pass
    return results, [item for item in items if item not in results]
