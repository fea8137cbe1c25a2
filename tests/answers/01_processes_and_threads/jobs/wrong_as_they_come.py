# WRONG - rule 5
# in the order in which they end
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed


def run_all(compute, ask, jobs, cores):
    with ProcessPoolExecutor(cores) as processes, ThreadPoolExecutor(len(jobs)) as threads:
        futures = []
        for kind, item in jobs:
            if kind == "compute":
                futures.append(processes.submit(compute, item))
            else:
                futures.append(threads.submit(ask, item))
        found = []
        for future in as_completed(futures):
            try:
                found.append(future.result())
            except Exception as error:
                found.append(str(error))
        return found
