# right
# in_order cuts one share for each worker; a lock-free list takes results from a thread.
import os
import threading
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import pairwise
from multiprocessing import Pool


def all_of(job, items):
    return [job(item) for item in items]


def in_order(job, items, workers):
    cuts = [len(items) * n // workers for n in range(workers + 1)]
    shares = [items[first:end] for first, end in pairwise(cuts)]
    with Pool(workers) as pool:
        return [result for results in pool.map(partial(all_of, job), shares) for result in results]


def as_they_finish(job, items, workers):
    results = []

    def take(coming):
        for result in coming:
            results.append(result)

    with Pool(workers) as pool:
        thread = threading.Thread(target=take, args=(pool.imap_unordered(job, items),))
        thread.start()
        thread.join()
    return results


def of_pairs(job, pairs, workers):
    with ProcessPoolExecutor(workers) as executor:
        futures = [executor.submit(job, a, b) for a, b in pairs]
    return [future.result() for future in futures]


def signed(job, item):
    job(item)
    return item, os.getpid()


def who_ran(job, items, workers, chunksize):
    with Pool(workers) as pool:
        return list(pool.imap(partial(signed, job), items, chunksize=chunksize))
