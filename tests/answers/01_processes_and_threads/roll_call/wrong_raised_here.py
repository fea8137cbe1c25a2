# WRONG M11 rule 2
# the exception is waited for in the parent
import os
import sys
from multiprocessing import Process


def work(job, name):
    sys.exit(job(name))


def roll_call(job, names, settled):
    children, failed = [], []
    for name in names:
        child = Process(target=work, args=(job, name), name=name)
        try:
            child.start()
        except Exception:
            failed.append(child)
        children.append(child)
    settled()
    rows = []
    for child in children:
        code = 1 if child in failed else child.exitcode or None
        rows.append((child.name, child.pid, os.getpid(), child.is_alive(), code))
    for child in children:
        child.terminate()
        child.join()
    return rows
