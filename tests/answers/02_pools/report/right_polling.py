# right
# Asks again and again which results are there.
import time
from multiprocessing import Pool


def report(job, items, workers):
    results, errors = {}, {}
    with Pool(workers) as pool:
        pending = {item: pool.apply_async(job, (item,)) for item in items}
        while pending:
            for item in [item for item, task in pending.items() if task.ready()]:
                try:
                    results[item] = pending.pop(item).get()
                except Exception as error:
                    errors[item] = str(error)
            time.sleep(0.01)
    return (
        [results[item] for item in items if item in results],
        [errors[item] for item in items if item in errors],
    )
