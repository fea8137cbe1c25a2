# WRONG - rule 2
# What an early task has not used of its seconds is added to the waits of those that follow.
import time
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    results, late = {}, []
    with Pool(workers) as pool:
        tasks = [pool.apply_async(job, (item,)) for item in items]
        start = time.monotonic()
        for number, (item, task) in enumerate(zip(items, tasks), start=1):
            until = start + number * seconds
            task.wait(max(0.0, until - time.monotonic()))
            if task.ready():
                results[item] = task.get()
            else:
                late.append(item)
    return results, late
