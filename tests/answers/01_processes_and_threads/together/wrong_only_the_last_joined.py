# RACE - rule 5
# only the last one is waited for
from multiprocessing import Process


def do_all(job, names):
    for name in names:
        child = Process(target=job, args=(name,))
        child.start()
    child.join()
