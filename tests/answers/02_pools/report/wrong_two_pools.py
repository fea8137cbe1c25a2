# WRONG - rule 4
# Two pools, both ended properly.
from multiprocessing import Pool


def report(job, items, workers):
    results, errors = [], []
    spare = Pool(workers)
    spare.close()
    spare.join()
    with Pool(workers) as pool:
        pending = [pool.apply_async(job, (item,)) for item in items]
        for task in pending:
            try:
                results.append(task.get())
            except Exception as error:
                errors.append(str(error))
    return results, errors
