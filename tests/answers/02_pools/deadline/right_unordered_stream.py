# right
# imap_unordered over (item, result) drained by next(timeout): what comes for others is kept, the clock of an item starts at its turn and is not set back
import functools
import multiprocessing
import time


def tagged(job, item):
    return item, job(item)


def in_time(job, items, seconds, workers):
    items = list(items)
    results, late, arrived = {}, [], {}
    with multiprocessing.get_context().Pool(workers) as pool:
        stream = pool.imap_unordered(functools.partial(tagged, job), items)
        for item in items:
            end = time.monotonic() + seconds
            while item not in arrived:
                try:
                    other, result = stream.next(timeout=max(0, end - time.monotonic()))
                except multiprocessing.TimeoutError:
                    break
                arrived[other] = result
            if item in arrived:
                results[item] = arrived[item]
            else:
                late.append(item)
    return results, late
