# WRONG - rule 2
# All the results share one time-out.
import multiprocessing
import time
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    results, late = {}, []
    with Pool(workers) as pool:
        pending = [(item, pool.apply_async(job, (item,))) for item in items]
        end = time.monotonic() + seconds
        for item, task in pending:
            try:
                results[item] = task.get(max(0, end - time.monotonic()))
            except multiprocessing.TimeoutError:
                late.append(item)
    return results, late
