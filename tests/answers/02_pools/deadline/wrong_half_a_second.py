# WRONG - rule 2
# Half a second for each, whatever `seconds` says.
from concurrent.futures import ProcessPoolExecutor, wait


def in_time(job, items, seconds, workers):
    executor = ProcessPoolExecutor(workers)
    futures = [executor.submit(job, item) for item in items]
    results, late = {}, []
    for item, future in zip(items, futures):
        if wait([future], timeout=0.5).done:
            results[item] = future.result()
        else:
            late.append(item)
    for process in executor._processes.values():
        process.terminate()
    executor.shutdown()
    return results, late
