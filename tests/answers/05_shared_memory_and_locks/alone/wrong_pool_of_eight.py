# WRONG - rule 1
# The Pool has at most eight workers: with nine items or more not all are at work at the same time, and arrive never returns.
from multiprocessing import Lock, Pool

_tools = {}


def each_alone(arrive, job, items):
    """Return job(item) for each item, 0 where it gives None or raises; no two jobs work at once."""
    if not items:
        return []
    pool = Pool(min(len(items), 8), initializer=keep, initargs=(arrive, job, Lock()))
    try:
        numbers = pool.map(turn, items, chunksize=1)
    finally:
        pool.close()
        pool.join()
    return numbers


def keep(arrive, job, lock):
    _tools.update(arrive=arrive, job=job, lock=lock)


def turn(item):
    _tools["arrive"](item)
    with _tools["lock"]:
        try:
            number = _tools["job"](item)
        except Exception:
            return 0
    return 0 if number is None else number
