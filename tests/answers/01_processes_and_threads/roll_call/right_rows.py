# right
# a row is made of what the Process object knows
import multiprocessing
import os
import sys


def work(job, name):
    number = job(name)
    sys.exit(number)


def roll_call(job, names, settled):
    children = []
    for name in names:
        child = multiprocessing.Process(target=work, name=name, args=[job, name])
        child.start()
        children.append(child)
    settled()
    rows = []
    for child in children:
        rows.append((child.name, child.pid, os.getpid(), child.exitcode is None, child.exitcode))
    for child in children:
        if child.is_alive():
            child.terminate()
    for child in children:
        child.join()
    return rows
