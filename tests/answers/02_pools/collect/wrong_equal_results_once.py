# WRONG - rule 1
# Keeps the results in a dict by result, where two that are equal become one.
import os
from multiprocessing import Pool


def signed(job, item):
    return item, job(item), os.getpid()


def collect(job, items, workers):
    done, failed = {}, []
    with Pool(workers) as pool:
        for item in items:
            pool.apply_async(
                signed,
                (job, item),
                callback=lambda row: done.setdefault(repr(row[1]), row),
                error_callback=lambda error, item=item: failed.append((item, str(error))),
            )
        pool.close()
        pool.join()
    return list(done.values()), failed
