# WRONG M15 rule 2
# a name in brackets is no tuple
from multiprocessing import Process


def do_all(job, names):
    children = [Process(target=job, args=(name)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join()
