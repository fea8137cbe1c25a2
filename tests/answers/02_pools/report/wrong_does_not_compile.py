# CRASH - rule 1
# A colon is missing.
from multiprocessing import Pool


def report(job, items, workers)
    with Pool(workers) as pool:
        return pool.map(job, items), []
