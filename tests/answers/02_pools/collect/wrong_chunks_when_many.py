# WRONG - rule 1
# imap_unordered with map's chunk size: with 8 * workers items or more the results of a chunk come together, when its last task has finished
import os
from functools import partial
from multiprocessing import Pool


def attempt(job, item):
    try:
        result = job(item)
    except Exception as error:
        return False, (item, str(error))
    return True, (item, result, os.getpid())


def collect(job, items, workers):
    items = list(items)
    done, failed = [], []
    chunksize = max(1, len(items) // (4 * workers))
    with Pool(workers) as pool:
        for came, entry in pool.imap_unordered(partial(attempt, job), items, chunksize):
            (done if came else failed).append(entry)
    return done, failed
