# WRONG - rule 2
# Looks now and then which futures are done, and lists those in the order of the items.
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def outcomes(job, items, workers):
    rows, futures = [], {}
    with ProcessPoolExecutor(workers) as executor:
        for item in items:
            try:
                futures[item] = executor.submit(job, item)
            except BrokenProcessPool:
                rows.append((item, "lost", None))
        while futures:
            for item in [item for item, future in futures.items() if future.done()]:
                try:
                    rows.append((item, "done", futures.pop(item).result()))
                except BrokenProcessPool:
                    rows.append((item, "lost", None))
                except Exception as error:
                    rows.append((item, "failed", str(error)))
            time.sleep(0.01)
    return rows
