# WRONG - rule 4
# Once a worker is lost, takes everything for lost, even what was done before.
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool


def outcomes(job, items, workers):
    rows, item_of = [], {}
    try:
        with ProcessPoolExecutor(workers) as executor:
            for item in items:
                item_of[executor.submit(job, item)] = item
            for future in as_completed(item_of):
                item = item_of[future]
                try:
                    rows.append((item, "done", future.result()))
                except BrokenProcessPool:
                    raise
                except Exception as error:
                    rows.append((item, "failed", str(error)))
    except BrokenProcessPool:
        return [(item, "lost", None) for item in items]
    return rows
