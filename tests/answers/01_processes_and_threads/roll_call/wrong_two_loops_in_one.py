# WRONG M16 rule 1
# each is waited for before the next is started
import os
import sys
from multiprocessing import Process


def work(job, name):
    sys.exit(job(name))


def roll_call(job, names, settled):
    children = []
    for name in names:
        child = Process(target=work, args=(job, name), name=name)
        child.start()
        child.join()
        children.append(child)
    settled()
    rows = [(child.name, child.pid, os.getpid(), child.is_alive(), child.exitcode) for child in children]
    for child in children:
        child.terminate()
        child.join()
    return rows
