# right
# Asks each future for its exception.
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool


def outcome(item, future):
    error = future.exception()
    if error is None:
        return item, "done", future.result()
    if isinstance(error, BrokenProcessPool):
        return item, "lost", None
    return item, "failed", str(error)


def outcomes(job, items, workers):
    executor = ProcessPoolExecutor(max_workers=workers)
    futures, refused = {}, []
    try:
        for item in items:
            future = submitted(executor, job, item)
            if future:
                futures[future] = item
            else:
                refused.append((item, "lost", None))
        return refused + [outcome(futures[future], future) for future in as_completed(futures)]
    finally:
        executor.shutdown()


def submitted(executor, job, item):
    try:
        return executor.submit(job, item)
    except BrokenProcessPool:
        return None
