# WRONG - rule 6
# The lost tasks are run again in a new executor; in the end they are done, or kill that one too.
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool


def round_of(job, items, workers):
    rows, lost = [], []
    with ProcessPoolExecutor(workers) as executor:
        futures = {executor.submit(job, item): item for item in items}
        for future in as_completed(futures):
            item = futures[future]
            try:
                rows.append((item, "done", future.result()))
            except BrokenProcessPool:
                lost.append(item)
            except Exception as error:
                rows.append((item, "failed", str(error)))
    return rows, lost


def outcomes(job, items, workers):
    rows, lost = round_of(job, items, workers)
    if lost:
        more, lost = round_of(job, lost, workers)
        rows += more
    return rows + [(item, "lost", None) for item in lost]
