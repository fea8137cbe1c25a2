#!/usr/bin/env bash
# CPython 3.11.7, 3.13.0, 3.14 and 3.15: a PriorityQueue keeps the item whose put has raised, and has not counted it.
#
# Two entries with the same priority and data that cannot be compared, such as dicts, are the usual way to get a TypeError out of
# `put`. It raises, and yet the entry is in the queue: heapq appends before it compares. `qsize()` counts it and a later `get` returns it,
# but it is no unfinished task, and nobody who waited in `get` was woken for it. So whoever catches the error and puts the entry in another
# way has it twice; and who calls `task_done` for each entry that came, as the documentation asks, gets a ValueError at the last one.
#
# Seen: put raises TypeError; qsize() is 2; get gives both; the second task_done raises ValueError. Needs no package; PYTHON3 is
# the Python to use. Fails if that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > refused.py <<'PYTHON'
import queue
import sys

line, seen = queue.PriorityQueue(), []
line.put((1, {"chore": "dishes"}))
try:
    line.put((1, {"chore": "laundry"}))
except TypeError:
    seen.append("put raises TypeError")
seen.append(f"qsize {line.qsize()}")
for _ in range(2):
    seen.append(f"get gives {line.get()[1]['chore']}")
    try:
        line.task_done()
    except ValueError:
        seen.append("task_done raises ValueError")
print(f"Python {sys.version.split()[0]}:", *seen, sep="\n  ")
due = ["put raises TypeError", "qsize 2", "get gives dishes", "get gives laundry", "task_done raises ValueError"]
sys.exit("this has changed" if sorted(seen) != sorted(due) else 0)
PYTHON
"${PYTHON3:-python3}" refused.py
