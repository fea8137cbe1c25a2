# WRONG - rule 3
# Threads of the parent in place of worker processes.
from multiprocessing.pool import ThreadPool


def report(job, items, workers):
    results, errors = [], []
    with ThreadPool(workers) as pool:
        pending = [pool.apply_async(job, (item,)) for item in items]
        for task in pending:
            try:
                results.append(task.get())
            except Exception as error:
                errors.append(str(error))
    return results, errors
