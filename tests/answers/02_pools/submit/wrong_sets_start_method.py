# FORBIDDEN -
# Sets the start method itself.
import multiprocessing
# apply, and apply_async with the results fetched later.
from multiprocessing import Pool


def one_after_another(job, items, workers):
    results = []
    with Pool(processes=workers) as pool:
        for item in items:
            results.append(pool.apply(job, args=(item,)))
    return results


def all_at_once(job, items, workers, submitted):
    multiprocessing.set_start_method("fork", force=True)
    with Pool(processes=workers) as pool:
        tasks = []
        for item in items:
            tasks.append(pool.apply_async(job, args=(item,)))
        submitted()
        results = [task.get() for task in tasks]
        pool.close()
        pool.join()
    return results
