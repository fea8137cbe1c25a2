# WRONG - rule 1
# The outcomes come from imap, so done stands in the order of the items.
import os
from functools import partial
from multiprocessing import Pool


def attempt(job, item):
    try:
        return item, job(item), os.getpid()
    except Exception as error:
        return item, str(error)


def collect(job, items, workers):
    done, failed = [], []
    with Pool(workers) as pool:
        for entry in pool.imap(partial(attempt, job), items):
            (done if len(entry) == 3 else failed).append(entry)
    return done, failed
