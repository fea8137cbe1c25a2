# WRONG M57 rule 1
# Catches the error of map, but the results behind it are out of reach.
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def outcomes(job, items, workers):
    rows = []
    with ProcessPoolExecutor(workers) as executor:
        try:
            for item, result in zip(items, executor.map(job, items)):
                rows.append((item, "done", result))
        except BrokenProcessPool:
            rows.append((items[len(rows)], "lost", None))
        except Exception as error:
            rows.append((items[len(rows)], "failed", str(error)))
    return rows
