# right
# a hand-made box of arrivals: callbacks fill it, the parent waits on a Condition for each item in turn
import functools
import threading
from multiprocessing import Pool


class Arrivals:
    def __init__(self):
        self.there = {}
        self.news = threading.Condition()

    def put(self, item, result):
        with self.news:
            self.there[item] = result
            self.news.notify_all()

    def wait(self, item, seconds):
        with self.news:
            return self.news.wait_for(lambda: item in self.there, timeout=seconds)


def in_time(job, items, seconds, workers):
    items = list(items)
    arrivals = Arrivals()
    results, late = {}, []
    with Pool(workers) as pool:
        for item in items:
            pool.apply_async(job, (item,), callback=functools.partial(arrivals.put, item))
        for item in items:
            if arrivals.wait(item, seconds):
                results[item] = arrivals.there[item]
            else:
                late.append(item)
    return results, late
