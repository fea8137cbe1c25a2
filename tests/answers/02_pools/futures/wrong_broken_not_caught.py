# CRASH - rule 4
# Keeps the tasks' own errors, and lets go on what says that a worker was lost.
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool


def outcomes(job, items, workers):
    rows = []
    with ProcessPoolExecutor(workers) as executor:
        item_of = {executor.submit(job, item): item for item in items}
        for future in as_completed(item_of):
            try:
                rows.append((item_of[future], "done", future.result()))
            except BrokenProcessPool:
                raise
            except Exception as error:
                rows.append((item_of[future], "failed", str(error)))
    return rows
