# DEADLOCK - rule 1
# Polls for a result of a pool that is gone.
import time
from multiprocessing import Pool


def report(job, items, workers):
    with Pool(workers) as pool:
        pending = [pool.apply_async(job, (item,)) for item in items]
    while not all(task.ready() for task in pending):
        time.sleep(0.05)
    return [task.get() for task in pending], []
