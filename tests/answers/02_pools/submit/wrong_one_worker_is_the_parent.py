# WRONG - rule 2
# all_at_once starts a pool but does the work itself when there is one worker only.
from multiprocessing import Pool


def one_after_another(job, items, workers):
    results = []
    with Pool(workers) as pool:
        for item in items:
            task = pool.apply_async(job, (item,))
            task.wait()
            results.append(task.get())
    return results


def all_at_once(job, items, workers, submitted):
    with Pool(workers) as pool:
        if workers == 1:
            submitted()
            return [job(item) for item in items]
        tasks = [pool.apply_async(job, (item,)) for item in items]
        submitted()
        return [task.get() for task in tasks]
