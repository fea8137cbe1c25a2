# WRONG - rule 2
# the parent does the last piece of work itself
from multiprocessing import Process


def do_all(job, names):
    children = [Process(target=job, args=(name,)) for name in names[:-1]]
    for child in children:
        child.start()
    try:
        job(names[-1])
    except Exception:
        pass
    for child in children:
        child.join()
