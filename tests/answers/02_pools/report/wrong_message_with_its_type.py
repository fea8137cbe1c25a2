# WRONG - rule 2
# Asks for every result, and gives back more than an error's message.
from multiprocessing import Pool


def report(job, items, workers):
    results, errors = [], []
    with Pool(workers) as pool:
        pending = [pool.apply_async(job, (item,)) for item in items]
        for task in pending:
            try:
                results.append(task.get())
            except Exception as error:
                errors.append(repr(error))
    return results, errors
