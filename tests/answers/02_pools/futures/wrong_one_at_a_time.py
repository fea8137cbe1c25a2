# WRONG - rule 6
# Waits for each task before the next is submitted.
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def outcomes(job, items, workers):
    rows = []
    with ProcessPoolExecutor(workers) as executor:
        for item in items:
            try:
                rows.append((item, "done", executor.submit(job, item).result()))
            except BrokenProcessPool:
                rows.append((item, "lost", None))
            except Exception as error:
                rows.append((item, "failed", str(error)))
    return rows
