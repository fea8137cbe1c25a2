# CRASH M61 rule 7
# Joins a pool that is still open.
import multiprocessing
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    results, late = {}, []
    pool = Pool(workers)
    pending = [(item, pool.apply_async(job, (item,))) for item in items]
    for item, task in pending:
        try:
            results[item] = task.get(timeout=seconds)
        except multiprocessing.TimeoutError:
            late.append(item)
    pool.join()
    return results, late
