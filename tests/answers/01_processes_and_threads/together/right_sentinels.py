# right
# waits for the sentinels, then joins
from multiprocessing import Process
from multiprocessing.connection import wait


def do_all(job, names):
    children = {}
    for name in names:
        child = Process(target=job, args=(name,))
        child.start()
        children[child.sentinel] = child
    while children:
        for sentinel in wait(list(children)):
            child = children.pop(sentinel)
            child.join()
            print("ended:", child.name, child.exitcode)
