# WRONG - rule 2
# as_they_finish gives imap_unordered a chunksize, as map would choose it, so results wait for their chunk.
import os
from functools import partial
from multiprocessing import Pool


def in_order(job, items, workers):
    with Pool(workers) as pool:
        return pool.map(job, items, 1)


def as_they_finish(job, items, workers):
    chunksize = max(1, len(items) // (2 * workers))
    with Pool(workers) as pool:
        return list(pool.imap_unordered(job, items, chunksize=chunksize))


def of_pairs(job, pairs, workers):
    with Pool(workers) as pool:
        tasks = [pool.apply_async(job, (a, b)) for a, b in pairs]
        return [task.get() for task in tasks]


def one(job, item):
    job(item)
    return (item, os.getpid())


def who_ran(job, items, workers, chunksize):
    with Pool(workers) as pool:
        return pool.map_async(partial(one, job), items, chunksize=chunksize).get()
