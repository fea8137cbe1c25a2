# WRONG - rule 2
# the work is done a second time, to be sure
from multiprocessing import Process


def work(job, name):
    job(name)
    job(name)


def do_all(job, names):
    children = [Process(target=work, args=(job, name)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join()
