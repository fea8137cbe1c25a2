# right
# Futures of an executor.
from concurrent.futures import ProcessPoolExecutor


def report(job, items, workers):
    with ProcessPoolExecutor(workers) as executor:
        futures = [executor.submit(job, item) for item in items]
    errors = [str(future.exception()) for future in futures if future.exception()]
    return [future.result() for future in futures if not future.exception()], errors
