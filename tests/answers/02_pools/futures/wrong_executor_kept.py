# WRONG - rule 7
# Nobody ends the executor.
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool

executors = []


def outcomes(job, items, workers):
    rows, item_of = [], {}
    executor = ProcessPoolExecutor(workers)
    executors.append(executor)
    for item in items:
        try:
            item_of[executor.submit(job, item)] = item
        except BrokenProcessPool:
            rows.append((item, "lost", None))
    for future in as_completed(item_of):
        item = item_of[future]
        try:
            rows.append((item, "done", future.result()))
        except BrokenProcessPool:
            rows.append((item, "lost", None))
        except Exception as error:
            rows.append((item, "failed", str(error)))
    return rows
