# right
# waits a little, looks whether it is alive, waits again
from multiprocessing import Process


def do_all(job, names):
    children = [Process(target=job, args=[name]) for name in names]
    for child in children:
        child.start()
    for child in children:
        while child.is_alive():
            child.join(1)
