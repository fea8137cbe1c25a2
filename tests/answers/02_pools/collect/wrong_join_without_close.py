# CRASH M61 rule 1
# Joins a pool that is still open.
import os
from multiprocessing import Pool


def signed(job, item):
    return item, job(item), os.getpid()


def collect(job, items, workers):
    done, failed = [], []
    pool = Pool(workers)
    for item in items:
        pool.apply_async(
            signed,
            (job, item),
            callback=done.append,
            error_callback=lambda error, item=item: failed.append((item, str(error))),
        )
    pool.join()
    return done, failed
