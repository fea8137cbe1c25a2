# RACE - rule 5
# Expects BrokenProcessPool where results are asked for, not where tasks are submitted.
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool


def outcomes(job, items, workers):
    rows = []
    with ProcessPoolExecutor(workers) as executor:
        item_of = {executor.submit(job, item): item for item in items}
        for future in as_completed(item_of):
            item = item_of[future]
            try:
                rows.append((item, "done", future.result()))
            except BrokenProcessPool:
                rows.append((item, "lost", None))
            except Exception as error:
                rows.append((item, "failed", str(error)))
    return rows
