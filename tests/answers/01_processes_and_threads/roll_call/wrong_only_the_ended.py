# WRONG - rule 5
# who is alive is left out
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
        (child.name, child.pid, os.getpid(), False, child.exitcode)
        for child in children
        if not child.is_alive()
    ]
    for child in children:
        child.terminate()
        child.join()
    return rows
