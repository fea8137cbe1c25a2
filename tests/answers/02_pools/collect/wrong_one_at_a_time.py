# WRONG M54 rule 5
# apply waits for each task.
import os
from multiprocessing import Pool


def signed(job, item):
    return item, job(item), os.getpid()


def collect(job, items, workers):
    done, failed = [], []
    with Pool(workers) as pool:
        for item in items:
            try:
                done.append(pool.apply(signed, (job, item)))
            except Exception as error:
                failed.append((item, str(error)))
    return done, failed
