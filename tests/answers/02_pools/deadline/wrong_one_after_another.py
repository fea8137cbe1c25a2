# WRONG - rule 1
# Submits a task only when the one before it has come or is late.
import multiprocessing
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    results, late = {}, []
    with Pool(workers) as pool:
        for item in items:
            try:
                results[item] = pool.apply_async(job, (item,)).get(seconds)
            except multiprocessing.TimeoutError:
                late.append(item)
    return results, late
