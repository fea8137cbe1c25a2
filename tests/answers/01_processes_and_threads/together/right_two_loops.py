# right
# two loops
from multiprocessing import Process


def do_all(job, names):
    children = []
    for name in names:
        child = Process(target=job, args=(name,))
        child.start()
        children.append(child)
    for child in children:
        child.join()
