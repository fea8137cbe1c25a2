# right
# two maps of a function that catches the error where it is raised
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial


def run_all(compute, ask, jobs, cores):
    numbers = [item for kind, item in jobs if kind == "compute"]
    questions = [item for kind, item in jobs if kind == "ask"]
    with ProcessPoolExecutor(cores) as processes:
        with ThreadPoolExecutor(len(questions)) as threads:
            computed = processes.map(partial(tried, compute), numbers)
            asked = threads.map(partial(tried, ask), questions)
            found = {"compute": iter(list(computed)), "ask": iter(list(asked))}
    return [next(found[kind]) for kind, _ in jobs]


def tried(work, item):
    try:
        return work(item)
    except Exception as error:
        return str(error)
