# right
# An iterator for each task, whose next can be asked with a time-out.
import multiprocessing
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    results, late = {}, []
    with Pool(workers) as pool:
        iterators = [pool.imap(job, [item]) for item in items]
        for item, iterator in zip(items, iterators):
            try:
                results[item] = iterator.next(seconds)
            except multiprocessing.TimeoutError:
                late.append(item)
    return results, late
