# WRONG - rule 1
# Submits as many tasks as there are workers, and the next ones when these have come or are late.
import multiprocessing
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    results, late = {}, []
    with Pool(workers) as pool:
        for first in range(0, len(items), workers):
            group = items[first : first + workers]
            pending = [pool.apply_async(job, (item,)) for item in group]
            for item, task in zip(group, pending):
                try:
                    results[item] = task.get(seconds)
                except multiprocessing.TimeoutError:
                    late.append(item)
    return results, late
