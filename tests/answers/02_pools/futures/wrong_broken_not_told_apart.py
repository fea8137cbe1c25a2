# WRONG - rule 4
# Takes a killed worker for a task that raised.
from concurrent.futures import ProcessPoolExecutor, as_completed


def outcomes(job, items, workers):
    rows = []
    with ProcessPoolExecutor(workers) as executor:
        item_of = {executor.submit(job, item): item for item in items}
        for future in as_completed(item_of):
            try:
                rows.append((item_of[future], "done", future.result()))
            except Exception as error:
                rows.append((item_of[future], "failed", str(error)))
    return rows
