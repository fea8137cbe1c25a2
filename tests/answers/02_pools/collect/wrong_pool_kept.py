# WRONG - rule 7
# Nobody ends the pool.
import os
from functools import partial
from multiprocessing import Pool


def attempt(job, item):
    try:
        return item, job(item), os.getpid()
    except Exception as error:
        return item, str(error)


def collect(job, items, workers):
    rows = list(Pool(workers).imap_unordered(partial(attempt, job), items))
    return [row for row in rows if len(row) == 3], [row for row in rows if len(row) == 2]
