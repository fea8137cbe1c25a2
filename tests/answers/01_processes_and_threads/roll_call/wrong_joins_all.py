# DEADLOCK - rule 6
# waits for all, and some never end
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
    for child in children:
        child.join()
    rows = [(child.name, child.pid, os.getpid(), child.is_alive(), child.exitcode) for child in children]
    return rows
