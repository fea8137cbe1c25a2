# WRONG M14 rule 1
# job is called in the parent, and what it returns is no target
from multiprocessing import Process


def do_all(job, names):
    children = [Process(target=job(name)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join()
