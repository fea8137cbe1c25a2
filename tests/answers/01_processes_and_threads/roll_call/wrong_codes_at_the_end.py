# WRONG - rule 4
# the exit codes are those of the end
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
    alive = [child.is_alive() for child in children]
    for child in children:
        child.terminate()
        child.join()
    rows = [
        (child.name, child.pid, os.getpid(), there, child.exitcode) for child, there in zip(children, alive)
    ]
    return rows
