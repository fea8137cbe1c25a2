# right
# Futures, which carry their error with them.
import os
from concurrent.futures import ProcessPoolExecutor, as_completed


def signed(job, item):
    return item, job(item), os.getpid()


def collect(job, items, workers):
    done, failed = [], []
    with ProcessPoolExecutor(workers) as executor:
        futures = {executor.submit(signed, job, item): item for item in items}
        for future in as_completed(futures):
            if error := future.exception():
                failed.append((futures[future], str(error)))
            else:
                done.append(future.result())
    return done, failed
