# WRONG M15 rule 2
# the letters of a name are arguments each
from functools import partial
from multiprocessing import Process


def work(name, job):
    job(name)


def do_all(job, names):
    children = []
    for name in names:
        child = Process(target=partial(work, job=job), args=name)
        children.append(child)
        child.start()
    for child in children:
        child.join()
