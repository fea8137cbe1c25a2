# WRONG M14 rule 1
# the target is called in the parent
import os
from multiprocessing import Process


def work(job, name):
    job(name)


def roll_call(job, names, settled):
    children = [Process(target=work(job, name), name=name) for name in names]
    for child in children:
        child.start()
    settled()
    rows = [(child.name, child.pid, os.getpid(), child.is_alive(), child.exitcode) for child in children]
    for child in children:
        child.terminate()
        child.join()
    return rows
