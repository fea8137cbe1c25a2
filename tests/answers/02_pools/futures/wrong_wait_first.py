# RACE - rule 2
# Waits for whichever comes first, again and again; where two have ended by then they stand in the order of a set.
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool


def outcomes(job, items, workers):
    rows = []
    with ProcessPoolExecutor(workers) as executor:
        pending = {}
        for item in items:
            try:
                pending[executor.submit(job, item)] = item
            except BrokenProcessPool:
                rows.append((item, "lost", None))
        while pending:
            finished, _ = wait(pending, return_when=FIRST_COMPLETED)
            for future in finished:
                item = pending.pop(future)
                try:
                    rows.append((item, "done", future.result()))
                except BrokenProcessPool:
                    rows.append((item, "lost", None))
                except Exception as error:
                    rows.append((item, "failed", str(error)))
    return rows
