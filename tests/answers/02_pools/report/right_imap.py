# right
# An iterator's next() raises the error of its task, and goes on; one for each item.
from multiprocessing import Pool


def report(job, items, workers):
    results, errors = [], []
    with Pool(workers) as pool:
        iterator = pool.imap(job, items)
        for _ in items:
            try:
                results.append(iterator.next())
            except Exception as error:
                errors.append(str(error))
    return results, errors
