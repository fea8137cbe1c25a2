# RACE - rule 1
# Copies the lists when all futures are done; the callback of the last one may be still to come.
import os
from concurrent.futures import ProcessPoolExecutor, wait


def signed(job, item):
    return item, job(item), os.getpid()


def collect(job, items, workers):
    done, failed = [], []

    def note(item, future):
        try:
            done.append(future.result())
        except Exception as error:
            failed.append((item, str(error)))

    with ProcessPoolExecutor(workers) as executor:
        futures = []
        for item in items:
            futures.append(executor.submit(signed, job, item))
            futures[-1].add_done_callback(lambda future, item=item: note(item, future))
        wait(futures)
        return list(done), list(failed)
