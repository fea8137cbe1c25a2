# RACE - rule 5
# the loop ends at the first child that has failed
from multiprocessing import Process


def do_all(job, names):
    children = [Process(target=job, args=(name,)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join()
        if child.exitcode:
            break
