# DEADLOCK M64 rule 1
# Raises an error of its own in the worker, which cannot be built anew in the parent.
import os
from multiprocessing import Pool


class JobFailed(Exception):
    def __init__(self, item, reason):
        super().__init__(str(reason))
        self.item = item


def signed(job, item):
    try:
        return item, job(item), os.getpid()
    except Exception as error:
        raise JobFailed(item, error)


def collect(job, items, workers):
    done, failed = [], []
    with Pool(workers) as pool:
        for item in items:
            pool.apply_async(
                signed,
                (job, item),
                callback=done.append,
                error_callback=lambda error: failed.append((error.item, str(error))),
            )
        pool.close()
        pool.join()
    return done, failed
