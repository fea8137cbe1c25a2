# WRONG - rule 4
# getppid in the parent tells of the parent's own parent
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
    rows = [(child.name, child.pid, os.getppid(), child.is_alive(), child.exitcode) for child in children]
    for child in children:
        child.terminate()
        child.join()
    return rows
