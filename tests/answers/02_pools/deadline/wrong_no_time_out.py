# DEADLOCK - rule 7
# Waits for a result that never comes.
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    with Pool(workers) as pool:
        pending = [(item, pool.apply_async(job, (item,))) for item in items]
        return {item: task.get() for item, task in pending}, []
