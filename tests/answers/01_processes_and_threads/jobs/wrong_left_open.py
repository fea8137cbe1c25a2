# WRONG - rule 7
# does not wait for the crews to go home
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def run_all(compute, ask, jobs, cores):
    processes, threads = ProcessPoolExecutor(cores), ThreadPoolExecutor(len(jobs))
    if jobs:
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
