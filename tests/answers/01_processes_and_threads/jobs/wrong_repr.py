# WRONG - rule 6
# the error's name is in the text, too
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
                found.append(future.result())
            except Exception as error:
                found.append(repr(error))
        return found
