#!/usr/bin/env bash
# CPython 3.11.7 and 3.13.0: how many processes ProcessPoolExecutor(3) has depends on the start method.
#
# Under fork the first submit() starts all three. Under spawn and forkserver each submit() starts one only if no worker is idle: who
# submits a task, waits for it, and submits the next has one process, and its initializer runs once. So a program that is moved from
# fork to the default of Python 3.14 (forkserver) starts fewer processes, later; the documentation of max_workers says only «at most».
#
# Each row is a start method, and how many processes there are after six tasks, one after another. Needs no package. Fails if that
# changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > workers.py <<'PYTHON'
import multiprocessing
import platform
from concurrent.futures import ProcessPoolExecutor

SEEN = {"fork": 3, "spawn": 1, "forkserver": 1}


def names():
    return multiprocessing.current_process().name


if __name__ == "__main__":
    print(f"CPython {platform.python_version()}")
    found = {}
    for method in SEEN:
        before = len(multiprocessing.active_children())
        with ProcessPoolExecutor(3, mp_context=multiprocessing.get_context(method)) as executor:
            for _ in range(6):
                executor.submit(names).result()
            found[method] = len(multiprocessing.active_children()) - before
        print(f"{method:<12}{found[method]}")
    raise SystemExit(found != SEEN)
PYTHON
"${PYTHON3:-python3}" workers.py
