# WRONG M14 rule 1
# the function that is to be the target is called
from multiprocessing import Process


def work(job, name):
    job(name)


def do_all(job, names):
    children = []
    for name in names:
        child = Process(target=work(job, name))
        child.start()
        children.append(child)
    for child in children:
        child.join()
