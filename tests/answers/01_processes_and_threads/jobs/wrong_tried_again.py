# WRONG - rule 4
# does a job again that has failed
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def run_all(compute, ask, jobs, cores):
    work_of = {"compute": compute, "ask": ask}
    with ProcessPoolExecutor(cores) as processes, ThreadPoolExecutor(len(jobs)) as threads:
        futures = []
        for kind, item in jobs:
            if kind == "compute":
                futures.append(processes.submit(compute, item))
            else:
                futures.append(threads.submit(ask, item))
        found = []
        for future, (kind, item) in zip(futures, jobs):
            try:
                found.append(future.result())
            except Exception:
                crew = processes if kind == "compute" else threads
                found.append(str(crew.submit(work_of[kind], item).exception()))
        return found
