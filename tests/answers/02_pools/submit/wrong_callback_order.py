# WRONG - rule 1
# Results by callback stand in the order in which the tasks finish.
from multiprocessing import Pool


def one_after_another(job, items, workers):
    with Pool(workers) as pool:
        return [pool.apply(job, (i,)) for i in items]


def all_at_once(job, items, workers, submitted):
    results = []
    pool = Pool(workers)
    for item in items:
        pool.apply_async(job, (item,), callback=results.append)
    submitted()
    pool.close()
    pool.join()
    return results
