# DEADLOCK M59 rule 1
# The callback takes three arguments, and is given one.
import os
from multiprocessing import Pool


def signed(job, item):
    return item, job(item), os.getpid()


def collect(job, items, workers):
    done, failed = [], []

    def note(item, result, pid):
        done.append((item, result, pid))

    with Pool(workers) as pool:
        for item in items:
            pool.apply_async(
                signed,
                (job, item),
                callback=note,
                error_callback=lambda error, item=item: failed.append((item, str(error))),
            )
        pool.close()
        pool.join()
    return done, failed
