# DEADLOCK M62 rule 7
# Believes that the time-out has ended the late task.
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
    pool.close()
    pool.join()
    return results, late
