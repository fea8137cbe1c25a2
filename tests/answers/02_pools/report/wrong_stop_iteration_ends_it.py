# WRONG - rule 1
# The loop over imap ends with StopIteration, which a task may have raised itself.
from multiprocessing import Pool


def report(job, items, workers):
    results, errors = [], []
    with Pool(workers) as pool:
        iterator = pool.imap(job, items)
        while True:
            try:
                results.append(next(iterator))
            except StopIteration:
                break
            except Exception as error:
                errors.append(str(error))
    return results, errors
