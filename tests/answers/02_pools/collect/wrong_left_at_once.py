# WRONG M60 rule 5
# Leaves the pool as soon as all is submitted.
import os
from multiprocessing import Pool


def signed(job, item):
    return item, job(item), os.getpid()


def collect(job, items, workers):
    done, failed = [], []
    with Pool(workers) as pool:
        for item in items:
            pool.apply_async(
                signed,
                (job, item),
                callback=done.append,
                error_callback=lambda error, item=item: failed.append((item, str(error))),
            )
    return done, failed
