# WRONG - rule 7
# The pool, kept in a list, is terminated when a task is late; when all came in time it is left as it is.
from multiprocessing import Pool

_started = []


def in_time(job, items, seconds, workers):
    pool = Pool(workers)
    _started.append(pool)
    pending = list(zip(items, [pool.apply_async(job, (item,)) for item in items]))
    results, late = {}, []
    for item, task in pending:
        task.wait(seconds)
        if task.ready():
            results[item] = task.get()
        else:
            late += [item]
    if late:
        pool.terminate()
        pool.join()
    return results, late
