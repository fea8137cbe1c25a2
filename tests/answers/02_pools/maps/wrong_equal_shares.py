# WRONG - rule 6
# in_order hands each worker one big share, rounded up: 5 items for 4 workers make shares of 2, and the fourth worker has none
import functools
import os
from multiprocessing import Pool



def in_order(job, items, workers):
    items = list(items)
    share = -(-len(items) // workers)
    with Pool(workers) as pool:
        return pool.map(job, items, chunksize=share)


def as_they_finish(job, items, workers):
    with Pool(workers) as pool:
        return list(pool.imap_unordered(job, items))


def of_pairs(job, pairs, workers):
    with Pool(workers) as pool:
        return pool.starmap(job, pairs)


def with_pid(job, item):
    job(item)
    return item, os.getpid()



def who_ran(job, items, workers, chunksize):
    with Pool(workers) as pool:
        return pool.map(functools.partial(with_pid, job), items, chunksize)
