# WRONG - rule 6
# Starts a second pool, which does nothing.
import os
from functools import partial
from multiprocessing import Pool


def attempt(job, item):
    try:
        return item, job(item), os.getpid()
    except Exception as error:
        return item, str(error)


def collect(job, items, workers):
    with Pool(1) as spare, Pool(workers) as pool:
        rows = list(pool.imap_unordered(partial(attempt, job), items))
        spare.close()
    return [row for row in rows if len(row) == 3], [row for row in rows if len(row) == 2]
