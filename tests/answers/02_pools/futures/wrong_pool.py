# DEADLOCK M63 rule 1
# A Pool in place of the executor: it waits for ever for the task of a killed worker.
from multiprocessing import Pool


def attempt(job, item):
    try:
        return item, "done", job(item)
    except Exception as error:
        return item, "failed", str(error)


def outcomes(job, items, workers):
    rows = []
    with Pool(workers) as pool:
        for item in items:
            pool.apply_async(attempt, (job, item), callback=rows.append)
        pool.close()
        pool.join()
    return rows
