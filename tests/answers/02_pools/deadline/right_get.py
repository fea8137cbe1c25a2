# right
# get with a time-out; terminate in a finally clause.
from multiprocessing import Pool, TimeoutError


def in_time(job, items, seconds, workers):
    results = {}
    late = []
    pool = Pool(workers)
    try:
        pending = {item: pool.apply_async(job, (item,)) for item in items}
        for item in pending:
            try:
                results[item] = pending[item].get(seconds)
            except TimeoutError:
                late.append(item)
    finally:
        pool.terminate()
        pool.join()
    return results, late
