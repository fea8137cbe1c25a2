# right
# Asks again and again, and looks at the clock.
import time
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    results, late = {}, []
    with Pool(workers) as pool:
        pending = [pool.apply_async(job, (item,)) for item in items]
        for item, task in zip(items, pending):
            end = time.monotonic() + seconds
            while not task.ready() and time.monotonic() < end:
                time.sleep(0.01)
            if task.ready():
                results[item] = task.get()
            else:
                late.append(item)
    return results, late
