# CRASH - rule 3
# Only ValueError is caught; any other error of a task raises in the parent and all is lost.
import os
from functools import partial
from multiprocessing import Pool


def attempt(job, item):
    try:
        return "done", (item, job(item), os.getpid())
    except ValueError as error:
        return "failed", (item, str(error))


def collect(job, items, workers):
    done, failed = [], []
    with Pool(workers) as pool:
        for kind, row in pool.imap_unordered(partial(attempt, job), items):
            (done if kind == "done" else failed).append(row)
    return done, failed
