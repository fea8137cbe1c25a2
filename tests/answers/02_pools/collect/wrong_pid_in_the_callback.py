# WRONG M58 rule 2
# Asks for the pid in the callback, which runs in the parent.
import os
from multiprocessing import Pool


def collect(job, items, workers):
    done, failed = [], []
    with Pool(workers) as pool:
        for item in items:
            pool.apply_async(
                job,
                (item,),
                callback=lambda result, item=item: done.append((item, result, os.getpid())),
                error_callback=lambda error, item=item: failed.append((item, str(error))),
            )
        pool.close()
        pool.join()
    return done, failed
