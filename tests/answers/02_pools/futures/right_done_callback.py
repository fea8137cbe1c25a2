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
        futures = []
        for item in items:
            try:
                future = executor.submit(job, item)
            except BrokenExecutor:
                break
            future.add_done_callback(lambda future, item=item: note(item, future))
            futures.append(future)
        wait(futures)
    return rows + [(item, "lost", None) for item in items[len(futures) :]]
