# WRONG - rule 2
# Of a message of several lines only the first is kept, and blanks at its ends are stripped.
from multiprocessing import Pool


def short(error):
    line, _, _ = str(error).partition("\n")
    return line.strip()


def report(job, items, workers):
    results, errors = [], []
    with Pool(workers) as pool:
        waiting = [pool.apply_async(job, (item,)) for item in items]
        for task in waiting:
            try:
                results.append(task.get())
            except Exception as error:
                errors.append(short(error))
    return results, errors
