# WRONG - rule 5
# Who_ran computes a chunk size of its own (len(items) // workers); the argument is ignored.
import functools
import os
from multiprocessing import Pool


def in_order(job, items, workers):
    with Pool(workers) as pool:
        return pool.map(job, items)


def as_they_finish(job, items, workers):
    with Pool(workers) as pool:
        return list(pool.imap_unordered(job, items))


def of_pairs(job, pairs, workers):
    with Pool(workers) as pool:
        return pool.starmap(job, pairs)


def tell(job, item):
    job(item)
    return item, os.getpid()


def who_ran(job, items, workers, chunksize):
    chunksize = len(items) // workers
    with Pool(workers) as pool:
        return pool.map(functools.partial(tell, job), items, chunksize)
