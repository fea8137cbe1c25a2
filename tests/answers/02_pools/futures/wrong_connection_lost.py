# WRONG - rule 3
# Takes a ConnectionError or an EOFError of the job for a sign that a process was killed: its item is lost although no worker was killed.
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def attempt(job, item):
    try:
        outcome = "done", job(item)
    except (ConnectionError, EOFError):  # the other end of a pipe is gone: somebody was killed
        outcome = "lost", None
    except Exception as error:
        outcome = "failed", str(error)
    return time.monotonic_ns(), outcome


def outcomes(job, items, workers):
    """Return (item, "done" | "failed" | "lost", value) for each item, as the tasks come to their end."""
    ended, lost = [], []
    with ProcessPoolExecutor(workers) as executor:
        pending = []
        for item in items:
            try:
                pending.append((item, executor.submit(attempt, job, item)))
            except BrokenProcessPool:
                lost.append((item, "lost", None))
        for item, future in pending:
            try:
                stamp, (status, value) = future.result()
                ended.append((stamp, (item, status, value)))
            except BrokenProcessPool:
                lost.append((item, "lost", None))
    ended.sort(key=lambda entry: entry[0])
    return [entry for _, entry in ended] + lost
