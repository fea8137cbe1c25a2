# WRONG - rule 1
# run, in place of start, runs it here
from multiprocessing import Process


def do_all(job, names):
    children = [Process(target=job, args=(name,)) for name in names]
    for child in children:
        child.run()
