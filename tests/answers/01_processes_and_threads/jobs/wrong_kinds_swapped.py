# WRONG - rule 2
# what computes in threads, what asks in processes
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def run_all(compute, ask, jobs, cores):
    with ProcessPoolExecutor(cores) as processes, ThreadPoolExecutor(len(jobs)) as threads:
        futures = []
        for kind, item in jobs:
            if kind == "ask":
                futures.append(processes.submit(ask, item))
            else:
                futures.append(threads.submit(compute, item))
        found = []
        for future in futures:
            try:
                found.append(future.result())
            except Exception as error:
                found.append(str(error))
        return found
