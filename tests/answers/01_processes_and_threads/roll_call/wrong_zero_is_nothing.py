# WRONG - rule 2
# an exit code of 0 counts as none
import os
import sys
from multiprocessing import Process


def work(job, name):
    sys.exit(job(name))


def roll_call(job, names, settled):
    children = [Process(target=work, args=(job, name), name=name) for name in names]
    for child in children:
        child.start()
    settled()
    rows = [
        (child.name, child.pid, os.getpid(), child.is_alive(), child.exitcode or None) for child in children
    ]
    for child in children:
        child.terminate()
        child.join()
    return rows
