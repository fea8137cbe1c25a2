# WRONG M14 rule 5
# Calls the job itself, and hands its result to a worker.
from multiprocessing import Pool


def one_after_another(job, items, workers):
    with Pool(workers) as pool:
        return [pool.apply(job, (item,)) for item in items]


def identity(result):
    return result


def all_at_once(job, items, workers, submitted):
    with Pool(workers) as pool:
        pending = [pool.apply_async(identity, (job(item),)) for item in items]
        submitted()
        return [task.get() for task in pending]
