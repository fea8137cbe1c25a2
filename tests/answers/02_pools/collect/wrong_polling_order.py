# WRONG - rule 1
# It polls every 50 ms; tasks that finish between two looks are listed in the order of the items.
import os
import time
from multiprocessing import Pool


def work(job, item):
    return item, job(item), os.getpid()


def collect(job, items, workers):
    done, failed = [], []
    with Pool(workers) as pool:
        pending = [(item, pool.apply_async(work, (job, item))) for item in items]
        while pending:
            for pair in list(pending):
                item, handle = pair
                if handle.ready():
                    pending.remove(pair)
                    try:
                        done.append(handle.get())
                    except Exception as error:
                        failed.append((item, str(error)))
            time.sleep(0.05)
    return done, failed
