# DEADLOCK - rule 1
# Ends the pool itself, and then asks for the results.
from multiprocessing import Pool


def report(job, items, workers):
    results, errors = [], []
    pool = Pool(workers)
    pending = [pool.apply_async(job, (item,)) for item in items]
    pool.terminate()
    pool.join()
    for task in pending:
        try:
            results.append(task.get())
        except Exception as error:
            errors.append(str(error))
    return results, errors
