# WRONG - rule 2
# It waits one second, whatever `seconds` says.
import multiprocessing
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    results, late = {}, []
    with Pool(workers) as pool:
        handles = [pool.apply_async(job, (item,)) for item in items]
        for item, handle in zip(items, handles):
            try:
                results[item] = handle.get(timeout=1)
            except multiprocessing.TimeoutError:
                late.append(item)
    return results, late
