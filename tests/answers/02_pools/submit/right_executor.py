# right
# The same with concurrent.futures.
from concurrent.futures import ProcessPoolExecutor


def one_after_another(job, items, workers):
    with ProcessPoolExecutor(max_workers=workers) as executor:
        return [executor.submit(job, item).result() for item in items]


def all_at_once(job, items, workers, submitted):
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job, item) for item in items]
        submitted()
        return [future.result() for future in futures]
