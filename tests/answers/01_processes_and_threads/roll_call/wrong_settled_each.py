# WRONG - rule 3
# settled is called for each child
import os
import sys
from multiprocessing import Process


def work(job, name):
    sys.exit(job(name))


def roll_call(job, names, settled):
    children = [Process(target=work, args=(job, name), name=name) for name in names]
    for child in children:
        child.start()
    rows = []
    for child in children:
        settled()
        rows.append((child.name, child.pid, os.getpid(), child.is_alive(), child.exitcode))
    for child in children:
        child.terminate()
        child.join()
    return rows
