# RACE - rule 5
# Stops at the first task that cannot be submitted, and forgets the rest.
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool


def outcomes(job, items, workers):
    rows, item_of = [], {}
    with ProcessPoolExecutor(workers) as executor:
        try:
            for item in items:
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
