# WRONG - rule 2
# Asks the futures in the order in which they were submitted.
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def outcomes(job, items, workers):
    rows = []
    with ProcessPoolExecutor(workers) as executor:
        futures = [executor.submit(job, item) for item in items]
        for item, future in zip(items, futures):
            try:
                rows.append((item, "done", future.result()))
            except BrokenProcessPool:
                rows.append((item, "lost", None))
            except Exception as error:
                rows.append((item, "failed", str(error)))
    return rows
