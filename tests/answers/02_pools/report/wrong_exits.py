# CRASH - rule 1
# Ends the whole process at the first error.
import os
from multiprocessing import Pool


def report(job, items, workers):
    with Pool(workers) as pool:
        try:
            return pool.map(job, items), []
        except Exception:
            os._exit(0)
