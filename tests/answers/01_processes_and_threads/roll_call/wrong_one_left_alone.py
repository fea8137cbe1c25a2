# WRONG - rule 6
# only the first who is alive is ended
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
    rows = [(child.name, child.pid, os.getpid(), child.is_alive(), child.exitcode) for child in children]
    for child in children:
        if child.is_alive():
            child.terminate()
            child.join()
            break
    return rows
