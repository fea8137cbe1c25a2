# right
# Callbacks of the futures, which run in a thread of this process.
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, wait


def outcomes(job, items, workers):
    rows = []

    def note(item, future):
        try:
            rows.append((item, "done", future.result()))
        except BrokenExecutor:
            rows.append((item, "lost", None))
        except Exception as error:
            rows.append((item, "failed", str(error)))

    with ProcessPoolExecutor(workers) as executor:
        futures = [executor.submit(job, item) for item in items]
        for item, future in zip(items, futures):
            future.add_done_callback(lambda future, item=item: note(item, future))
        wait(futures)
    return rows
