# right
# The maps of an executor.
import os
from concurrent.futures import ProcessPoolExecutor, as_completed
from itertools import repeat


def in_order(job, items, workers):
    with ProcessPoolExecutor(workers) as executor:
        return list(executor.map(job, items))


def as_they_finish(job, items, workers):
    with ProcessPoolExecutor(workers) as executor:
        futures = [executor.submit(job, item) for item in items]
        return [future.result() for future in as_completed(futures)]


def of_pairs(job, pairs, workers):
    with ProcessPoolExecutor(workers) as executor:
        return list(executor.map(job, *zip(*pairs)))


def signed(job, item):
    job(item)
    return item, os.getpid()


def who_ran(job, items, workers, chunksize):
    with ProcessPoolExecutor(workers) as executor:
        return list(executor.map(signed, repeat(job), items, chunksize=chunksize))
