# WRONG - rule 3
# The executor's one worker does one task after another.
from concurrent.futures import ProcessPoolExecutor


def one_after_another(job, items, workers):
    with ProcessPoolExecutor(max_workers=1) as pool:
        return list(pool.map(job, items))


def all_at_once(job, items, workers, submitted):
    with ProcessPoolExecutor(max_workers=workers) as pool:
        pending = [pool.submit(job, item) for item in items]
        submitted()
        return [task.result() for task in pending]
