# right
# The pool is closed and joined, then the results are fetched.
import multiprocessing


def report(job, items, workers):
    pool = multiprocessing.Pool(workers)
    pending = [pool.apply_async(job, (item,)) for item in items]
    pool.close()
    pool.join()
    results = [task.get() for task in pending if task.successful()]
    errors = []
    for task in pending:
        if not task.successful():
            try:
                task.get()
            except Exception as error:
                errors.append(str(error))
    return results, errors
