#!/usr/bin/env bash
# CPython 3.11.7, 3.12.1 and 3.13.0: a task of a multiprocessing.Pool that raises StopIteration loses results, and nobody hears of an error.
#
# map() runs a chunk as list(map(task, chunk)), where StopIteration means «that was all», and gives None in the place of the result.
# The iterator of imap() raises it as its own, so a loop over it ends there, and all later results are lost. Only apply_async() hands
# the exception on, as all of them do with any other. executor.map() of concurrent.futures raises RuntimeError instead, since a
# generator hands its results out (PEP 479).
#
# Each row is a call, and what it gives for six tasks of which the third raises StopIteration. Needs no package. Fails if that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > swallowed.py <<'PYTHON'
import multiprocessing
import platform
from concurrent.futures import ProcessPoolExecutor

SEEN = {
    "map": [0, 1, None, 3, 4, 5],
    "imap": [0, 1],
    "apply_async": "StopIteration",
    "executor.map": "RuntimeError",
}


def task(n):
    if n == 2:
        raise StopIteration("none left")
    return n


def given(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool, ProcessPoolExecutor(2) as executor:
        found = {
            "map": given(lambda: pool.map(task, range(6), chunksize=1)),
            "imap": given(lambda: list(pool.imap(task, range(6)))),
            "apply_async": given(lambda: [pool.apply_async(task, (n,)).get() for n in range(6)]),
            "executor.map": given(lambda: list(executor.map(task, range(6)))),
        }
    print(f"CPython {platform.python_version()}")
    for name, value in found.items():
        print(f"{name:<14}{value}")
    raise SystemExit(found != SEEN)
PYTHON
"${PYTHON3:-python3}" swallowed.py
