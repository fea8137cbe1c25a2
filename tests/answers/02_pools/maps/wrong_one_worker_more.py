# WRONG - rule 7
# The pool of as_they_finish has one worker more than it is to have.
import functools
import os
from multiprocessing import Pool


def in_order(job, items, workers):
    with Pool(workers) as pool:
        return pool.map(job, items)


def as_they_finish(job, items, workers):
    with Pool(workers + 1) as pool:
        return list(pool.imap_unordered(job, items))


def of_pairs(job, pairs, workers):
    with Pool(workers) as pool:
        return pool.starmap(job, pairs)


def signed(job, item):
    job(item)
    return item, os.getpid()


def who_ran(job, items, workers, chunksize):
    with Pool(workers) as pool:
        return pool.map(functools.partial(signed, job), items, chunksize)
