# right
# A thread for each result, of which each is joined with a time-out.
import threading
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    results, late, found = {}, [], {}

    def fetch(item, task):
        found[item] = task.get()

    with Pool(workers) as pool:
        threads = []
        for item in items:
            task = pool.apply_async(job, (item,))
            threads.append(threading.Thread(target=fetch, args=(item, task), daemon=True))
            threads[-1].start()
        for item, thread in zip(items, threads):
            thread.join(seconds)
            if item in found:
                results[item] = found[item]
            else:
                late.append(item)
    return results, late
