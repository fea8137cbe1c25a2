# WRONG - rule 4
# Takes the first argument of an error for its message.
import os
from functools import partial
from multiprocessing import Pool


def attempt(job, item):
    try:
        return True, (item, job(item), os.getpid())
    except Exception as error:
        return False, (item, error.args[0] if error.args else "")


def collect(job, items, workers):
    done, failed = [], []
    with Pool(workers) as pool:
        for well, row in pool.imap_unordered(partial(attempt, job), items):
            (done if well else failed).append(row)
    return done, failed
