# WRONG - rule 5
# first what has computed, then what has asked
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def run_all(compute, ask, jobs, cores):
    with ProcessPoolExecutor(cores) as processes, ThreadPoolExecutor(len(jobs)) as threads:
        futures = []
        for kind, item in sorted(jobs, key=lambda job: job[0], reverse=True):
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
