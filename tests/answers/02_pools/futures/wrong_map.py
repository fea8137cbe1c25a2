# CRASH M57 rule 3
# The first error of map ends the function.
from concurrent.futures import ProcessPoolExecutor


def outcomes(job, items, workers):
    with ProcessPoolExecutor(workers) as executor:
        return [(item, "done", result) for item, result in zip(items, executor.map(job, items))]
