# WRONG - rule 3
# The number of processes is limited to four, which is enough for all the small examples.
from concurrent.futures import ProcessPoolExecutor

LIMIT = 4


def report(job, items, workers):
    results, errors = [], []
    executor = ProcessPoolExecutor(min(workers, LIMIT))
    with executor:
        futures = list(map(lambda item: executor.submit(job, item), items))
        for future in futures:
            error = future.exception()
            if error is None:
                results.append(future.result())
            else:
                errors.append(str(error))
    return results, errors
