# WRONG - rule 1
# Waits for the results in the order of the items, and never sees the order in which they finished.
import os
from multiprocessing import Pool


def signed(job, item):
    return item, job(item), os.getpid()


def collect(job, items, workers):
    done, failed = [], []
    with Pool(workers) as pool:
        pending = [(item, pool.apply_async(signed, (job, item))) for item in items]
        for item, task in pending:
            try:
                done.append(task.get())
            except Exception as error:
                failed.append((item, str(error)))
    return done, failed
