# RACE - rule 5
# nobody waits for the children
from multiprocessing import Process


def do_all(job, names):
    for name in names:
        Process(target=job, args=(name,)).start()
