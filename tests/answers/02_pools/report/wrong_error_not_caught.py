# CRASH - rule 2
# The first error ends the function.
from multiprocessing import Pool


def report(job, items, workers):
    with Pool(workers) as pool:
        pending = [pool.apply_async(job, (item,)) for item in items]
        return [task.get() for task in pending], []
