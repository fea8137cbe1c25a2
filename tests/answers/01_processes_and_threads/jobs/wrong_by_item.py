# WRONG - rule 5
# keeps the results by item: the same item may be of both kinds
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial


def run_all(compute, ask, jobs, cores):
    numbers = [item for kind, item in jobs if kind == "compute"]
    questions = [item for kind, item in jobs if kind == "ask"]
    with ProcessPoolExecutor(cores) as processes:
        with ThreadPoolExecutor(len(questions)) as threads:
            computed = processes.map(partial(tried, compute), numbers)
            asked = threads.map(partial(tried, ask), questions)
            found = dict(zip(numbers, computed)) | dict(zip(questions, asked))
    return [found[item] for _, item in jobs]


def tried(work, item):
    try:
        return work(item)
    except Exception as error:
        return str(error)
