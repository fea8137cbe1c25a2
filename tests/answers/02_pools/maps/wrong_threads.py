# WRONG - rule 6
# Threads of the parent in place of worker processes.
import functools
import os
from multiprocessing.pool import ThreadPool


def in_order(job, items, workers):
    with ThreadPool(workers) as pool:
        return pool.map(job, items)


def as_they_finish(job, items, workers):
    with ThreadPool(workers) as pool:
        return list(pool.imap_unordered(job, items))


def of_pairs(job, pairs, workers):
    with ThreadPool(workers) as pool:
        return pool.starmap(job, pairs)


def signed(job, item):
    job(item)
    return item, os.getpid()


def who_ran(job, items, workers, chunksize):
    with ThreadPool(workers) as pool:
        return pool.map(functools.partial(signed, job), items, chunksize)
