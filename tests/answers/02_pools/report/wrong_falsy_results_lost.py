# WRONG - rule 1
# `if value` drops a result that is 0, None or empty.
from functools import partial
from multiprocessing import Pool


def safe(job, item):
    try:
        return job(item), ""
    except Exception as error:
        return None, str(error)


def report(job, items, workers):
    with Pool(workers) as pool:
        pairs = pool.map(partial(safe, job), items)
    return [value for value, _ in pairs if value], [message for _, message in pairs if message]
