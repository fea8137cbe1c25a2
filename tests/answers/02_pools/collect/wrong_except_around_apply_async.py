# WRONG M56 rule 3
# Expects the task's error where the task is submitted.
import os
from multiprocessing import Pool


def signed(job, item):
    return item, job(item), os.getpid()


def collect(job, items, workers):
    done, failed = [], []
    with Pool(workers) as pool:
        for item in items:
            try:
                pool.apply_async(signed, (job, item), callback=done.append)
            except Exception as error:
                failed.append((item, str(error)))
        pool.close()
        pool.join()
    return done, failed
