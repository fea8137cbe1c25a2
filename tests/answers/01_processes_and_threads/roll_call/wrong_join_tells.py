# WRONG M12 rule 4
# join is asked whether the child has ended
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
    rows = []
    for child in children:
        alive = not child.join(timeout=0)
        rows.append((child.name, child.pid, os.getpid(), alive, child.exitcode))
    for child in children:
        child.terminate()
        child.join()
    return rows
