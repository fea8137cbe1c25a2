# CRASH M04 rule 4
# Hands a lambda to the workers.
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
        return pool.map(lambda item: (item, os.getpid(), job(item))[:2], items, chunksize)
