# CRASH M62 rule 7
# Catches the built-in TimeoutError, which a pool does not raise.
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    results, late = {}, []
    with Pool(workers) as pool:
        pending = [(item, pool.apply_async(job, (item,))) for item in items]
        for item, task in pending:
            try:
                results[item] = task.get(timeout=seconds)
            except TimeoutError:
                late.append(item)
    return results, late
