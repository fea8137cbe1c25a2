# WRONG - rule 1
# the names stand in the list only, the processes have others
import os
import sys
from multiprocessing import Process


def work(job, name):
    sys.exit(job(name))


def roll_call(job, names, settled):
    children = [Process(target=work, args=(job, name)) for name in names]
    for child in children:
        child.start()
    settled()
    rows = [
        (name, child.pid, os.getpid(), child.is_alive(), child.exitcode)
        for name, child in zip(names, children)
    ]
    for child in children:
        child.terminate()
        child.join()
    return rows
