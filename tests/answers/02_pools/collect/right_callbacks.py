# right
# Callbacks that are methods of an object in the parent.
import os
from multiprocessing import Pool


class Ledger:
    def __init__(self):
        self.done = []
        self.failed = []

    def error_of(self, item):
        def note(error):
            self.failed.append((item, str(error)))

        return note


def work(job, item):
    return (item, job(item), os.getpid())


def collect(job, items, workers):
    ledger = Ledger()
    pool = Pool(workers)
    for item in items:
        pool.apply_async(
            work, args=(job, item), callback=ledger.done.append, error_callback=ledger.error_of(item)
        )
    pool.close()
    pool.join()
    return ledger.done, ledger.failed
