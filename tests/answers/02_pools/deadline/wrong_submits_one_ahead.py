# WRONG - rule 1
# Hands out a first load, one task for each worker, and one more for each that it has waited for.
import multiprocessing
from collections import deque


def in_time(job, items, seconds, workers):
    results, late = {}, []
    rest = deque(items)
    pending = deque()
    with multiprocessing.Pool(workers) as pool:
        while rest or pending:
            while rest and len(pending) < workers:
                item = rest.popleft()
                pending.append((item, pool.apply_async(job, (item,))))
            item, task = pending.popleft()
            task.wait(seconds)
            if task.ready():
                results[item] = task.get()
            else:
                late.append(item)
    return results, late
