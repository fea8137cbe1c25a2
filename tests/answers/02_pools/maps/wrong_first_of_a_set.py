# RACE - rule 2
# as_they_finish takes the futures out of the set that wait returns; of two that are in it at once, either comes first.
import os
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from functools import partial
from multiprocessing import Pool


def in_order(job, items, workers):
    with Pool(workers) as pool:
        return pool.map(job, items)


def as_they_finish(job, items, workers):
    results = []
    with ProcessPoolExecutor(workers) as executor:
        left = {executor.submit(job, item) for item in items}
        while left:
            done, left = wait(left, return_when=FIRST_COMPLETED)
            results.extend(future.result() for future in done)
    return results


def of_pairs(job, pairs, workers):
    with Pool(workers) as pool:
        return pool.starmap(job, pairs)


def who_ran(job, items, workers, chunksize):
    with Pool(workers) as pool:
        return pool.map(partial(signed, job), items, chunksize)


def signed(job, item):
    job(item)
    return item, os.getpid()
