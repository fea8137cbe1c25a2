# WRONG - rule 4
# `late` is sorted.
import multiprocessing
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    results, late = {}, []
    with Pool(workers) as pool:
        pending = [(item, pool.apply_async(job, (item,))) for item in items]
        for item, task in pending:
            try:
                results[item] = task.get(timeout=seconds)
            except multiprocessing.TimeoutError:
                late.append(item)
    return results, sorted(late)
