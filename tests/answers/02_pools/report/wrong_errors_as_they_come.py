# WRONG - rule 2
# The results are brought into the order of the items, the errors stay in that in which they came.
from multiprocessing import Pool


def report(job, items, workers):
    results, errors = {}, []
    pool = Pool(workers)
    for item in items:
        pool.apply_async(
            job,
            (item,),
            callback=lambda result, item=item: results.update({item: result}),
            error_callback=lambda error: errors.append(str(error)),
        )
    pool.close()
    pool.join()
    return [results[item] for item in items if item in results], errors
