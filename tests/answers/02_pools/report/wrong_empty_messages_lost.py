# WRONG - rule 1
# An error without a message is taken for none.
from functools import partial
from multiprocessing import Pool


def safe(job, item):
    try:
        return job(item), ""
    except Exception as error:
        return None, str(error)


def report(job, items, workers):
    with Pool(workers) as pool:
        pairs = pool.map(partial(safe, job), items, chunksize=1)
    errors = [message for _, message in pairs if message]
    return [value for value, message in pairs if not message], errors
