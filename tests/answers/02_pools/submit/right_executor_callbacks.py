# right
# Futures note their results by the number of their task; a list of the numbers gives the order.
from concurrent.futures import ProcessPoolExecutor, wait


def one_after_another(job, items, workers):
    results = []
    executor = ProcessPoolExecutor(workers)
    try:
        for item in items:
            future = executor.submit(job, item)
            wait([future])
            results.append(future.result())
    finally:
        executor.shutdown()
    return results


def all_at_once(job, items, workers, submitted):
    results = {}
    with ProcessPoolExecutor(workers) as executor:
        for number, item in enumerate(items):
            future = executor.submit(job, item)
            future.add_done_callback(lambda done, number=number: results.update({number: done.result()}))
        submitted()
    return [results[number] for number in range(len(items))]
