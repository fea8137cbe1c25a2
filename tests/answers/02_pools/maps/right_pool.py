# right
# imap where the order counts, and a task written out as a function of one argument.
from multiprocessing import Pool
from multiprocessing import current_process


def in_order(job, items, workers):
    with Pool(workers) as pool:
        return [result for result in pool.imap(job, items)]


def as_they_finish(job, items, workers):
    results = []
    with Pool(workers) as pool:
        for result in pool.imap_unordered(job, items):
            results.append(result)
        pool.close()
        pool.join()
    return results


def of_pairs(job, pairs, workers):
    with Pool(workers) as pool:
        return pool.starmap_async(job, pairs).get()


def work(task):
    job, item = task
    job(item)
    return item, current_process().pid


def who_ran(job, items, workers, chunksize):
    with Pool(workers) as pool:
        return pool.map(work, [(job, item) for item in items], chunksize)
