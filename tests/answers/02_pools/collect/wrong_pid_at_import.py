# WRONG - rule 2
# the pid is taken when the module is imported: right under spawn and forkserver, but under fork a worker inherits the parent's
import os
from multiprocessing import Pool

PID = os.getpid()


def attempt(job, item):
    try:
        result = job(item)
    except Exception as error:
        return False, (item, str(error))
    return True, (item, result, PID)


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
