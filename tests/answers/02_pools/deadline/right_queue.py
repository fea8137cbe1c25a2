# right
# Callbacks put each result into a queue of its own, which is read with a time-out.
import queue
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    results, late = {}, []
    boxes = {item: queue.Queue() for item in items}
    pool = Pool(workers)
    for item in items:
        pool.apply_async(job, (item,), callback=boxes[item].put)
    for item in items:
        try:
            results[item] = boxes[item].get(timeout=seconds)
        except queue.Empty:
            late.append(item)
    pool.terminate()
    pool.join()
    return results, late
