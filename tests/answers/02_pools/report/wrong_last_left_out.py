# WRONG - rule 3
# Waits for all that it has submitted, which is not all.
from multiprocessing import Pool


def report(job, items, workers):
    results, errors = [], []
    with Pool(workers) as pool:
        pending = [pool.apply_async(job, (item,)) for item in items[:-1]]
        for task in pending:
            try:
                results.append(task.get())
            except Exception as error:
                errors.append(str(error))
    return results, errors
