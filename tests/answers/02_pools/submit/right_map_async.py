# right
# map_async submits all tasks with one call; the pool is ended in a finally clause.
import multiprocessing


def one_after_another(job, items, workers):
    pool = multiprocessing.Pool(workers)
    try:
        return [pool.apply_async(job, [item]).get() for item in items]
    finally:
        pool.terminate()
        pool.join()


def all_at_once(job, items, workers, submitted):
    pool = multiprocessing.Pool(workers)
    try:
        pending = pool.map_async(job, items, chunksize=1)
        submitted()
        return pending.get()
    finally:
        pool.close()
        pool.join()
