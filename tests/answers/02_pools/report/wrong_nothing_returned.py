# WRONG - rule 1
# Waits for everything, and returns nothing.
from multiprocessing import Pool


def report(job, items, workers):
    with Pool(workers) as pool:
        pool.map_async(job, items).wait()
