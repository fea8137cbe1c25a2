# WRONG - rule 5
# takes 0 and an empty text for nothing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def run_all(compute, ask, jobs, cores):
    with ProcessPoolExecutor(cores) as processes, ThreadPoolExecutor(len(jobs)) as threads:
        futures = []
        for kind, item in jobs:
            if kind == "compute":
                futures.append(processes.submit(compute, item))
            else:
                futures.append(threads.submit(ask, item))
        found = []
        for future in futures:
            try:
                found.append(future.result() or None)
            except Exception as error:
                found.append(str(error))
        return found
