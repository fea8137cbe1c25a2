# WRONG - rule 5
# Nobody ends the pool.
from multiprocessing import Pool


def report(job, items, workers):
    results, errors = [], []
    pool = Pool(workers)
    for task in [pool.apply_async(job, (item,)) for item in items]:
        try:
            results.append(task.get())
        except Exception as error:
            errors.append(str(error))
    return results, errors
