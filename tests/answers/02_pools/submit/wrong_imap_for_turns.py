# WRONG - rule 4
# imap hands everything out, however slowly its results are taken.
from multiprocessing import Pool


def one_after_another(job, items, workers):
    results = []
    with Pool(workers) as pool:
        for result in pool.imap(job, items):
            results.append(result)
    return results


def all_at_once(job, items, workers, submitted):
    with Pool(workers) as pool:
        pending = [pool.apply_async(job, (item,)) for item in items]
        submitted()
        return [task.get() for task in pending]
