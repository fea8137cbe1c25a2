# WRONG - rule 4
# `late` comes out of a set, so it is not in the order of the items.
import multiprocessing
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    results = {}
    with Pool(workers) as pool:
        handles = [pool.apply_async(job, (item,)) for item in items]
        for item, handle in zip(items, handles):
            try:
                results[item] = handle.get(seconds)
            except multiprocessing.TimeoutError:
                pass
    return results, list(set(items) - set(results))
