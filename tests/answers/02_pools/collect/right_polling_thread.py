# right
# The parent waits with a time-out, again and again, until everything has been reported.
import os
import threading
from multiprocessing import Pool


def signed(job, item):
    return item, job(item), os.getpid()


def collect(job, items, workers):
    done, failed = [], []
    complete = threading.Event()

    def note(rows, row):
        rows.append(row)
        if len(done) + len(failed) == len(items):
            complete.set()

    with Pool(workers) as pool:
        for item in items:
            pool.apply_async(
                signed,
                (job, item),
                callback=lambda row: note(done, row),
                error_callback=lambda error, item=item: note(failed, (item, str(error))),
            )
        while not complete.wait(timeout=0.05):
            pass
    return done, failed
