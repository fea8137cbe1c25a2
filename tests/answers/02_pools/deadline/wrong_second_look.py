# WRONG - rule 2
# In the end it looks at the late ones again, and takes those that have come meanwhile off the list.
import multiprocessing
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    results, late = {}, []
    with Pool(workers) as pool:
        tasks = {item: pool.apply_async(job, (item,)) for item in items}
        for item in items:
            try:
                results[item] = tasks[item].get(timeout=seconds)
            except multiprocessing.TimeoutError:
                late.append(item)
        for item in list(late):
            if tasks[item].ready():
                late.remove(item)
                results[item] = tasks[item].get()
    return results, late
