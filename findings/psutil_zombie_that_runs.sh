#!/usr/bin/env bash
# psutil 7.2.2 on Linux: a process counts as a zombie while threads of it still run.
#
# `Process.status()` is the state of the main thread. When that one ends before the others (as with pthread_exit in main, or
# for a moment in any process with threads that is being ended on a busy machine), the status is «zombie», though nobody can
# reap it yet. Whoever filters zombies out takes for gone a process whose parent is still waiting for it, and that may still
# hold files and ports.
#
# Shows the status, the number of threads, and whether the parent can reap it. Fails if that changes.
set -euo pipefail
[ "$(uname -s)" = Linux ] || { echo "this is about Linux"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
"${PYTHON3:-python3}" -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check psutil==7.2.2
cat > main_thread_ends.py <<'PYTHON'
"""Its main thread ends; another one goes on until standard input is closed."""
import ctypes
import platform
import sys
import threading

threading.Thread(target=sys.stdin.read).start()
print("ready", flush=True)
ctypes.CDLL(None).syscall({"x86_64": 60, "aarch64": 93}[platform.machine()], 0)  # exit, of one thread
PYTHON
cat > look.py <<'PYTHON'
import os
import subprocess
import sys

import psutil

pipe = subprocess.PIPE
with subprocess.Popen([sys.executable, "main_thread_ends.py"], stdin=pipe, stdout=pipe) as child:
    child.stdout.readline()
    process = psutil.Process(child.pid)
    while process.status() != psutil.STATUS_ZOMBIE:
        pass
    threads = len(os.listdir(f"/proc/{child.pid}/task"))
    reaped = os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
    seen = process.status(), threads, reaped
    print(f"status: {seen[0]}; threads that have not ended: {threads - 1}; can be reaped: {reaped}")
    child.kill()
sys.exit("this has changed" if seen != ("zombie", 2, False) else 0)
PYTHON
venv/bin/python look.py
