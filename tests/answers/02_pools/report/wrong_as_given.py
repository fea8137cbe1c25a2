# DEADLOCK M60 rule 1
# The faulty program itself.
from multiprocessing import Pool


def report(job, items, workers):
    results, errors = [], []
    pool = Pool(workers)
    with Pool(workers) as pool:
        pending = [pool.apply_async(job, (item,)) for item in items]
    for task in pending:
        results.append(task.get())
    return results, errors
