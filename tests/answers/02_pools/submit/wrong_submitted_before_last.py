# WRONG - rule 6
# Submitted() is called when the last task has not been submitted yet (off by one).
from multiprocessing import Pool


def one_after_another(job, items, workers):
    with Pool(workers) as pool:
        return [pool.apply(job, (i,)) for i in items]


def all_at_once(job, items, workers, submitted):
    handles = []
    with Pool(workers) as pool:
        for number, item in enumerate(items):
            if number == len(items) - 1:
                submitted()
            handles.append(pool.apply_async(job, (item,)))
        return [h.get() for h in handles]
