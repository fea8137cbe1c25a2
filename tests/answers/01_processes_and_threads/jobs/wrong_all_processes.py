# WRONG - rule 2
# processes for all: who waits needs none
from concurrent.futures import ProcessPoolExecutor


def run_all(compute, ask, jobs, cores):
    with ProcessPoolExecutor(cores) as processes, ProcessPoolExecutor(len(jobs)) as threads:
        futures = []
        for kind, item in jobs:
            if kind == "compute":
                futures.append(processes.submit(compute, item))
            else:
                futures.append(threads.submit(ask, item))
        found = []
        for future in futures:
            try:
                found.append(future.result())
            except Exception as error:
                found.append(str(error))
        return found
