# RACE - rule 1
# Takes those that have finished out of the set that wait returns; of two that are in it at once, either comes first.
import os
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait


def signed(job, item):
    return item, job(item), os.getpid()


def collect(job, items, workers):
    done, failed = [], []
    with ProcessPoolExecutor(workers) as executor:
        item_of = {executor.submit(signed, job, item): item for item in items}
        left = set(item_of)
        while left:
            ready, left = wait(left, return_when=FIRST_COMPLETED)
            for future in ready:
                if error := future.exception():
                    failed.append((item_of[future], str(error)))
                else:
                    done.append(future.result())
    return done, failed
