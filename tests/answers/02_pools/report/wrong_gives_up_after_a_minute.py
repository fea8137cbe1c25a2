# WRONG M60 rule 3
# Does not wait for a task that takes longer than a minute.
from multiprocessing import Pool


def report(job, items, workers):
    results, errors = [], []
    with Pool(workers) as pool:
        for task in [pool.apply_async(job, (item,)) for item in items]:
            task.wait(60)
            if task.ready():
                try:
                    results.append(task.get())
                except Exception as error:
                    errors.append(str(error))
    return results, errors
