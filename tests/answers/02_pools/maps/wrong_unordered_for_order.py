# WRONG M67 rule 1
# Takes the results as they finish where the order counts.
from multiprocessing import Pool
import functools
import os


def in_order(job, items, workers):
    with Pool(workers) as pool:
        return list(pool.imap_unordered(job, items))


def as_they_finish(job, items, workers):
    with Pool(workers) as pool:
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
