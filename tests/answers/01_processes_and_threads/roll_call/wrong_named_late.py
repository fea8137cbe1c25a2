# WRONG - rule 1
# the name is given when the child has started with another
import os
import sys
from multiprocessing import Process


def work(job, name):
    sys.exit(job(name))


def roll_call(job, names, settled):
    children = [Process(target=work, args=(job, name)) for name in names]
    for name, child in zip(names, children):
        child.start()
        child.name = name
    settled()
    rows = [(child.name, child.pid, os.getpid(), child.is_alive(), child.exitcode) for child in children]
    for child in children:
        child.terminate()
        child.join()
    return rows
