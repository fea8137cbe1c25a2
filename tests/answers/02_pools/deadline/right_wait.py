# right
# wait, then ask whether the result is there.
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    with Pool(workers) as pool:
        pending = [pool.apply_async(job, (item,)) for item in items]
        for task in pending:
            task.wait(seconds)
        results = {item: task.get() for item, task in zip(items, pending) if task.ready()}
    return results, [item for item in items if item not in results]
