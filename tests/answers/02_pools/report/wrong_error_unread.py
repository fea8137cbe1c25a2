# WRONG M56 rule 2
# Takes results by callback, and asks nobody for errors.
from multiprocessing import Pool


def report(job, items, workers):
    results = []
    with Pool(workers) as pool:
        for item in items:
            pool.apply_async(job, (item,), callback=lambda result, item=item: results.append((item, result)))
        pool.close()
        pool.join()
    return [result for item, result in sorted(results, key=lambda row: items.index(row[0]))], []
