# WRONG - rule 7
# The late task's worker goes on when the function has returned.
import multiprocessing
from multiprocessing import Pool

pools = []


def in_time(job, items, seconds, workers):
    results, late = {}, []
    pool = Pool(workers)
    pools.append(pool)
    pending = [(item, pool.apply_async(job, (item,))) for item in items]
    for item, task in pending:
        try:
            results[item] = task.get(timeout=seconds)
        except multiprocessing.TimeoutError:
            late.append(item)
    return results, late
