# WRONG M54 rule 5
# Gives the signal first, so that blocking calls would not be noticed by the signal alone.
from multiprocessing import Pool


def one_after_another(job, items, workers):
    with Pool(workers) as pool:
        return [pool.apply(job, (item,)) for item in items]


def all_at_once(job, items, workers, submitted):
    submitted()
    with Pool(workers) as pool:
        return [pool.apply(job, (item,)) for item in items]
