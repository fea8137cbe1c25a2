# WRONG - rule 3
# The pool has as many workers as the machine has cores.
from multiprocessing import Pool


def one_after_another(job, items, workers):
    results = []
    with Pool() as pool:
        for item in items:
            results.append(pool.apply(job, args=(item,)))
    return results


def all_at_once(job, items, workers, submitted):
    with Pool() as pool:
        tasks = []
        for item in items:
            tasks.append(pool.apply_async(job, args=(item,)))
        submitted()
        results = [task.get() for task in tasks]
        pool.close()
        pool.join()
    return results
