# RACE - rule 5
# the children are counted wrongly
from multiprocessing import Process


def do_all(job, names):
    children = [Process(target=job, args=(name,)) for name in names]
    for child in children:
        child.start()
    for n in range(len(children) - 1):
        children[n].join()
