# WRONG - rule 3
# Keeps a result only if it is true.
import multiprocessing
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    results, late = {}, []
    with Pool(workers) as pool:
        pending = [(item, pool.apply_async(job, (item,))) for item in items]
        for item, task in pending:
            try:
                if result := task.get(timeout=seconds):
                    results[item] = result
            except multiprocessing.TimeoutError:
                late.append(item)
    return results, late
