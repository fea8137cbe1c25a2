# CRASH M57
from concurrent.futures import ProcessPoolExecutor


def outcomes(job, items, workers):
    with ProcessPoolExecutor(workers) as executor:
        return [(item, "done", result) for item, result in zip(items, executor.map(job, items))]
