# WRONG - rule 1
# Results travel as JSON: a tuple comes back as a list, the whole numbers that are a dict's keys as texts.
import json
from functools import partial
from multiprocessing import Pool


def attempt(job, item):
    try:
        entry = {"ok": True, "value": job(item)}
    except Exception as error:
        entry = {"ok": False, "value": str(error)}
    return json.dumps(entry)


def report(job, items, workers):
    """Return (results, errors): both in the order of the items."""
    with Pool(workers) as pool:
        entries = [json.loads(text) for text in pool.map(partial(attempt, job), items, chunksize=1)]
    return [e["value"] for e in entries if e["ok"]], [e["value"] for e in entries if not e["ok"]]
