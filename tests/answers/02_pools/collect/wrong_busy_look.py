# WRONG - rule 1
# Goes round the results as fast as it can, and lists those that it finds in the order of the items.
import os
from multiprocessing import Pool


def work(job, item):
    return item, job(item), os.getpid()


def collect(job, items, workers):
    done, failed = [], []
    with Pool(workers) as pool:
        pending = {item: pool.apply_async(work, (job, item)) for item in items}
        while pending:
            for item in list(pending):
                if pending[item].ready():
                    try:
                        done.append(pending.pop(item).get())
                    except Exception as error:
                        failed.append((item, str(error)))
    return done, failed
