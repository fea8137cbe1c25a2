# right
# An iterator's next() raises the error of its task, and goes on.
from multiprocessing import Pool


def report(job, items, workers):
    results, errors = [], []
    with Pool(workers) as pool:
        iterator = pool.imap(job, items)
        while True:
            try:
                results.append(next(iterator))
            except StopIteration:
                return results, errors
            except Exception as error:
                errors.append(str(error))
