# WRONG M55 rule 5
# Asks for each result before the next task is submitted.
from multiprocessing import Pool


def one_after_another(job, items, workers):
    with Pool(workers) as pool:
        return [pool.apply(job, (item,)) for item in items]


def all_at_once(job, items, workers, submitted):
    with Pool(workers) as pool:
        results = []
        for item in items:
            results.append(pool.apply_async(job, (item,)).get())
        submitted()
        return results
