# WRONG - rule 6
# One worker more than it is to be.
import multiprocessing
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    results, late = {}, []
    with Pool(workers) as spare, Pool(workers) as pool:
        spare.close()
        pending = [(item, pool.apply_async(job, (item,))) for item in items]
        for item, task in pending:
            try:
                results[item] = task.get(timeout=seconds)
            except multiprocessing.TimeoutError:
                late.append(item)
    return results, late
