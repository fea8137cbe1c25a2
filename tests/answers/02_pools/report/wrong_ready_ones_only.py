# WRONG M60 rule 3
# Leaves the pool with tasks still at work.
from multiprocessing import Pool


def report(job, items, workers):
    results, errors = [], []
    with Pool(workers) as pool:
        pending = [pool.apply_async(job, (item,)) for item in items]
        for task in pending:
            if task.ready():
                try:
                    results.append(task.get())
                except Exception as error:
                    errors.append(str(error))
    return results, errors
