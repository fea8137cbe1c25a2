# WRONG - rule 4
# an error without a message gets the name of its class instead of ""; right for every error that has a message
import os
from multiprocessing import Pool


def attempt(job, item):
    try:
        result = job(item)
    except Exception as error:
        return False, (item, str(error) or type(error).__name__)
    return True, (item, result, os.getpid())


def collect(job, items, workers):
    done, failed = [], []

    def record(report):
        came, entry = report
        (done if came else failed).append(entry)

    with Pool(workers) as pool:
        for item in items:
            pool.apply_async(attempt, (job, item), callback=record)
        pool.close()
        pool.join()
    return done, failed
