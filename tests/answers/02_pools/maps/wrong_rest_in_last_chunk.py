# WRONG - rule 5
# who_ran adds what is left in the end to the last full chunk, which becomes too long.
import os
from multiprocessing import Pool


def in_order(job, items, workers):
    with Pool(workers) as pool:
        return list(pool.imap(job, items))


def as_they_finish(job, items, workers):
    with Pool(workers) as pool:
        return list(pool.imap_unordered(job, items))


def of_pairs(job, pairs, workers):
    with Pool(workers) as pool:
        return pool.starmap(job, pairs)


def series(job, items):
    entries = []
    for item in items:
        job(item)
        entries.append((item, os.getpid()))
    return entries


def who_ran(job, items, workers, chunksize):
    chunks = [items[i:i + chunksize] for i in range(0, len(items), chunksize)]
    if len(chunks) > workers and len(chunks[-1]) < chunksize:
        chunks[-2:] = [chunks[-2] + chunks[-1]]
    with Pool(workers) as pool:
        tasks = [pool.apply_async(series, (job, chunk)) for chunk in chunks]
        return [entry for task in tasks for entry in task.get()]
