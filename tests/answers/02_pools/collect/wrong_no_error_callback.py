# WRONG M56 rule 3
# Asks nobody for errors.
import os
from multiprocessing import Pool


def signed(job, item):
    return item, job(item), os.getpid()


def collect(job, items, workers):
    done, failed = [], []
    with Pool(workers) as pool:
        for item in items:
            pool.apply_async(signed, (job, item), callback=done.append)
        pool.close()
        pool.join()
    return done, failed
