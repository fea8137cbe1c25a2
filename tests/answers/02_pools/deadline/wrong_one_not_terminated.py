# DEADLOCK M105 rule 7
# one worker is not terminated; with one worker it is the only one
from concurrent.futures import ProcessPoolExecutor, TimeoutError


def in_time(job, items, seconds, workers):
    results, late = {}, []
    executor = ProcessPoolExecutor(workers)
    futures = [executor.submit(job, item) for item in items]
    for item, future in zip(items, futures):
        try:
            results[item] = future.result(timeout=seconds)
        except TimeoutError:
            late.append(item)
    for process in list(executor._processes.values())[1:]:
        process.terminate()
    executor.shutdown(cancel_futures=True)
    return results, late
