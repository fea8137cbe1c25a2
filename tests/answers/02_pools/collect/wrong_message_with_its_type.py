# WRONG - rule 4
# Asks for every error, and gives back more than its message.
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
                error_callback=lambda error, item=item: failed.append((item, repr(error))),
            )
        pool.close()
        pool.join()
    return done, failed
