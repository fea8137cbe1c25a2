# right
# joins whoever is still there, and makes the children with map
from multiprocessing import Process, active_children


def started(job, name):
    child = Process(target=job, args=(name,))
    child.start()
    return child


def do_all(job, names):
    list(map(started, [job] * len(names), names))
    while children := active_children():
        for child in children:
            child.join()
