# WRONG M57 rule 1
# Nobody reads the results of map, so no error shows.
from concurrent.futures import ProcessPoolExecutor

rows = []


def outcomes(job, items, workers):
    with ProcessPoolExecutor(workers) as executor:
        executor.map(job, items)
    return rows
