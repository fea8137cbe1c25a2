# WRONG - rule 3
# of_pairs keeps the tasks in a dict by the first of the pair: of two pairs with the same first, one result is doubled.
import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import Pool


def in_order(job, items, workers):
    with ProcessPoolExecutor(workers) as executor:
        return [future.result() for future in [executor.submit(job, item) for item in items]]


def as_they_finish(job, items, workers):
    with Pool(workers) as pool:
        return list(pool.imap_unordered(job, items))


def of_pairs(job, pairs, workers):
    tasks = {}
    with ProcessPoolExecutor(workers) as executor:
        for a, b in pairs:
            tasks[a] = executor.submit(job, a, b)
        return [tasks[a].result() for a, b in pairs]


def here(job, item):
    job(item)
    return item, os.getpid()


def who_ran(job, items, workers, chunksize):
    with ProcessPoolExecutor(workers) as executor:
        return list(executor.map(partial(here, job), items, chunksize=chunksize))
