# WRONG - rule 7
# Waits until all have been heard of, closes the pool, kept in a global, and returns while its workers are ending.
import os
import threading
from multiprocessing import Pool


_pool = None


def unit(job, item):
    return item, job(item), os.getpid()


def collect(job, items, workers):
    global _pool
    done, failed = [], []
    news = threading.Condition()

    def add(where, entry):
        with news:
            where.append(entry)
            news.notify()

    _pool = Pool(workers)
    for item in items:
        _pool.apply_async(unit, (job, item), callback=lambda entry: add(done, entry),
                          error_callback=lambda error, item=item: add(failed, (item, str(error))))
    with news:
        news.wait_for(lambda: len(done) + len(failed) == len(items))
    _pool.close()
    return done, failed
