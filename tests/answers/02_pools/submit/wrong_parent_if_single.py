# WRONG - rule 2
# one_after_another starts its pool, but with workers == 1 calls job in the parent ("it is the same, and saves the pickling")
from multiprocessing import Pool


def one_after_another(job, items, workers):
    with Pool(workers) as pool:
        results = []
        for item in items:
            if workers > 1:
                results.append(pool.apply(job, (item,)))
            else:
                results.append(job(item))
        return results


def all_at_once(job, items, workers, submitted):
    with Pool(workers) as pool:
        pending = [pool.apply_async(job, (item,)) for item in items]
        submitted()
        return [task.get() for task in pending]

