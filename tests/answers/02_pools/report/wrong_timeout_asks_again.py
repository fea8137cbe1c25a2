# TIMEOUT - rule 1
# get(1) is repeated on TimeoutError: a task that raised this exception itself is asked for ever.
import multiprocessing
from multiprocessing import Pool


def patient(task):
    while True:
        try:
            return task.get(timeout=1)
        except multiprocessing.TimeoutError:
            continue


def report(job, items, workers):
    results, errors = [], []
    with Pool(workers) as pool:
        for task in [pool.apply_async(job, (item,)) for item in items]:
            try:
                results.append(patient(task))
            except Exception as error:
                errors.append(str(error))
    return results, errors
