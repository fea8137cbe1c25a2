# right
# wait, then ask whether the result is there.
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    results = {}
    with Pool(workers) as pool:
        pending = [pool.apply_async(job, (item,)) for item in items]
        for item, task in zip(items, pending):
            task.wait(seconds)
            if task.ready():
                results[item] = task.get()
    return results, [item for item in items if item not in results]
