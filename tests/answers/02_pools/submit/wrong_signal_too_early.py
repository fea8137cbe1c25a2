# WRONG - rule 6
# Says that all is submitted when nothing is.
from multiprocessing import Pool


def one_after_another(job, items, workers):
    with Pool(workers) as pool:
        return [pool.apply(job, (item,)) for item in items]


def all_at_once(job, items, workers, submitted):
    with Pool(workers) as pool:
        submitted()
        return pool.map(job, items)
