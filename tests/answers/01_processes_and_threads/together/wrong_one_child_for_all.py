# WRONG - rule 1
# one child does it all
from multiprocessing import Process


def work(job, names):
    for name in names:
        job(name)


def do_all(job, names):
    child = Process(target=work, args=(job, names))
    child.start()
    child.join()
