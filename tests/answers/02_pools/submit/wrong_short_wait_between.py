# WRONG - rule 5
# all_at_once waits a little for every task that it has handed out, before it hands out the next.
from concurrent.futures import ProcessPoolExecutor, wait


def one_after_another(job, items, workers):
    with ProcessPoolExecutor(workers) as executor:
        return [executor.submit(job, item).result() for item in items]


def all_at_once(job, items, workers, submitted):
    futures = []
    with ProcessPoolExecutor(workers) as executor:
        for item in items:
            future = executor.submit(job, item)
            wait([future], timeout=0.3)
            futures.append(future)
        submitted()
    return [future.result() for future in futures]
