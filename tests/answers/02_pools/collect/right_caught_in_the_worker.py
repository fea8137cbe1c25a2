# right
# The worker catches the error and returns it as data; results are taken as they finish.
import functools
import os
from multiprocessing import Pool


def attempt(job, item):
    try:
        return True, (item, job(item), os.getpid())
    except Exception as error:
        return False, (item, str(error))


def collect(job, items, workers):
    done, failed = [], []
    with Pool(workers) as pool:
        for well, row in pool.imap_unordered(functools.partial(attempt, job), items):
            (done if well else failed).append(row)
    return done, failed
