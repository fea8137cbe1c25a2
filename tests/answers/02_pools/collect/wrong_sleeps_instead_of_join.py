# WRONG M60 rule 5
# Sleeps for a while in place of waiting for the tasks.
import os
import time
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
        time.sleep(5)
    return done, failed
