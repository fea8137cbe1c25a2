# WRONG - rule 6
# With one worker there is an executor, but the parent does the jobs itself, one after another.
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool


def told(item, get):
    try:
        return item, "done", get()
    except BrokenProcessPool:
        return item, "lost", None
    except Exception as error:
        return item, "failed", str(error)


def outcomes(job, items, workers):
    listed, futures = [], {}
    with ProcessPoolExecutor(workers) as executor:
        if workers == 1:
            return [told(item, lambda: job(item)) for item in items]
        for item in items:
            try:
                futures[executor.submit(job, item)] = item
            except BrokenProcessPool:
                listed.append((item, "lost", None))
        for future in as_completed(futures):
            listed.append(told(futures[future], future.result))
    return listed
