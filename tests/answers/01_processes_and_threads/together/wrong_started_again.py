# CRASH M13 rule 4
# who has failed is to run a second time
from multiprocessing import Process


def do_all(job, names):
    children = [Process(target=job, args=(name,)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join()
        if child.exitcode:
            child.start()
            child.join()
