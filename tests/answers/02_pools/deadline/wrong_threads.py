# WRONG - rule 5
# Threads of the parent, which nobody can end.
import multiprocessing
from multiprocessing.pool import ThreadPool


def in_time(job, items, seconds, workers):
    results, late = {}, []
    with ThreadPool(workers) as pool:
        pending = [(item, pool.apply_async(job, (item,))) for item in items]
        for item, task in pending:
            try:
                results[item] = task.get(timeout=seconds)
            except multiprocessing.TimeoutError:
                late.append(item)
    return results, late
