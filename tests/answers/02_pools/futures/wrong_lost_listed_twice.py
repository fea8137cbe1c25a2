# WRONG - rule 1
# Whatever is not done counts as lost in the end, so a task that failed stands in the list twice.
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool


def outcomes(job, items, workers):
    entries, item_of = [], {}
    with ProcessPoolExecutor(workers) as executor:
        try:
            for item in items:
                item_of[executor.submit(job, item)] = item
        except BrokenProcessPool:
            pass
        broken = False
        for future in as_completed(item_of):
            try:
                entries.append((item_of[future], "done", future.result()))
            except BrokenProcessPool:
                broken = True
            except Exception as error:
                entries.append((item_of[future], "failed", str(error)))
    if broken or len(item_of) < len(items):
        done = [item for item, kind, _ in entries if kind == "done"]
        entries += [(item, "lost", None) for item in items if item not in done]
    return entries
