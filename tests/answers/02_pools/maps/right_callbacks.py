# right
# Callbacks in place of maps, and chunks cut by hand.
import os
from multiprocessing import Pool


def in_order(job, items, workers):
    with Pool(workers) as pool:
        tasks = [pool.apply_async(job, (item,)) for item in items]
        return [task.get() for task in tasks]


def as_they_finish(job, items, workers):
    results = []
    pool = Pool(workers)
    for item in items:
        pool.apply_async(job, (item,), callback=results.append)
    pool.close()
    pool.join()
    return results


def call(job, pair):
    return job(*pair)


def of_pairs(job, pairs, workers):
    with Pool(workers) as pool:
        return pool.starmap(call, [(job, pair) for pair in pairs])


def part(job, items):
    rows = []
    for item in items:
        job(item)
        rows.append((item, os.getpid()))
    return rows


def who_ran(job, items, workers, chunksize):
    parts = [items[n : n + chunksize] for n in range(0, len(items), chunksize)]
    with Pool(workers) as pool:
        return sum(pool.starmap(part, [(job, each) for each in parts], chunksize=1), [])
