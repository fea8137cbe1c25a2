# WRONG - rule 4
# Asks for the pid in the parent.
from multiprocessing import Pool
import os


def in_order(job, items, workers):
    with Pool(workers) as pool:
        return pool.map(job, items)


def as_they_finish(job, items, workers):
    with Pool(workers) as pool:
        return list(pool.imap_unordered(job, items))


def of_pairs(job, pairs, workers):
    with Pool(workers) as pool:
        return pool.starmap(job, pairs)


def who_ran(job, items, workers, chunksize):
    with Pool(workers) as pool:
        pool.map(job, items, chunksize)
        return [(item, os.getpid()) for item in items]
