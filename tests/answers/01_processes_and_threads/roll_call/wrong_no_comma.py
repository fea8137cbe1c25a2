# WRONG M15 rule 1
# a name is no tuple of one
import os
import sys
from functools import partial
from multiprocessing import Process


def work(job, name):
    sys.exit(job(name))


def roll_call(job, names, settled):
    children = [Process(target=partial(work, job), args=(name), name=name) for name in names]
    for child in children:
        child.start()
    settled()
    rows = [(child.name, child.pid, os.getpid(), child.is_alive(), child.exitcode) for child in children]
    for child in children:
        child.terminate()
        child.join()
    return rows
