# WRONG - rule 2
# the clock starts again whenever any other result arrives: an item is waited for longer than seconds if others keep arriving during its wait
import functools
import queue
from multiprocessing import Pool


def in_time(job, items, seconds, workers):
    items = list(items)
    results, late, arrived = {}, [], {}
    box = queue.Queue()
    with Pool(workers) as pool:
        for item in items:
            pool.apply_async(job, (item,), callback=functools.partial(lambda key, value: box.put((key, value)), item))
        for item in items:
            while item not in arrived:
                try:
                    key, value = box.get(timeout=seconds)
                except queue.Empty:
                    break
                arrived[key] = value
            if item in arrived:
                results[item] = arrived[item]
            else:
                late.append(item)
    return results, late
