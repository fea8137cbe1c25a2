# WRONG - rule 1
# Asks every future, and leaves out those that failed.
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
                rows.append((item_of[future], "lost", None))
            except Exception:
                continue
    return rows
