# WRONG - rule 1
# Hands out what the pool gave, not the results.
from multiprocessing import Pool


def report(job, items, workers):
    with Pool(workers) as pool:
        pending = [pool.apply_async(job, (item,)) for item in items]
        for task in pending:
            task.wait()
        return pending, []
