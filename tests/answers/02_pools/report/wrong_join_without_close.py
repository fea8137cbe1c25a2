# CRASH M61 rule 1
# Joins a pool that is still open.
from multiprocessing import Pool


def report(job, items, workers):
    results, errors = [], []
    pool = Pool(workers)
    pending = [pool.apply_async(job, (item,)) for item in items]
    pool.join()
    for task in pending:
        try:
            results.append(task.get())
        except Exception as error:
            errors.append(str(error))
    return results, errors
