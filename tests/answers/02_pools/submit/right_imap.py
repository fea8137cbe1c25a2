# right
# One-element maps; an iterator whose results are taken after the signal.
from multiprocessing import Pool


def one_after_another(job, items, workers):
    results = []
    with Pool(workers) as pool:
        for item in items:
            results += pool.map(job, [item])
        pool.close()
        pool.join()
    return results


def all_at_once(job, items, workers, submitted):
    with Pool(workers) as pool:
        coming = pool.imap(job, items)
        submitted()
        return list(coming)
