# right
# Short time-outs, one after another, until the time is over.
import time
from multiprocessing import Pool, TimeoutError


def in_time(job, items, seconds, workers):
    results, late = {}, []
    with Pool(workers) as pool:
        pending = {item: pool.apply_async(job, (item,)) for item in items}
        for item, task in pending.items():
            end = time.perf_counter() + seconds
            while True:
                try:
                    results[item] = task.get(timeout=0.05)
                    break
                except TimeoutError:
                    if time.perf_counter() >= end:
                        late.append(item)
                        break
    return results, late
