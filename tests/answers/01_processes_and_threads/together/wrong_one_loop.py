# WRONG M16 rule 1
# each is waited for before the next is started
from multiprocessing import Process


def do_all(job, names):
    for name in names:
        child = Process(target=job, args=(name,))
        child.start()
        child.join()
