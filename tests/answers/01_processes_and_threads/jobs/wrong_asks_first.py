# WRONG - rule 3
# what computes begins when all have been asked
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial


def run_all(compute, ask, jobs, cores):
    numbers = [item for kind, item in jobs if kind == "compute"]
    questions = [item for kind, item in jobs if kind == "ask"]
    with ProcessPoolExecutor(cores) as processes:
        with ThreadPoolExecutor(len(questions)) as threads:
            asked = list(threads.map(partial(tried, ask), questions))
            computed = processes.map(partial(tried, compute), numbers)
            found = {"compute": iter(list(computed)), "ask": iter(list(asked))}
    return [next(found[kind]) for kind, _ in jobs]


def tried(work, item):
    try:
        return work(item)
    except Exception as error:
        return str(error)
