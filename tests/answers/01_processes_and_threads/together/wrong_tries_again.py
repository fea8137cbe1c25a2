# WRONG - rule 4
# who has failed is started once more
from multiprocessing import Process


def do_all(job, names):
    children = {name: Process(target=job, args=(name,)) for name in names}
    for child in children.values():
        child.start()
    for name, child in children.items():
        child.join()
        if child.exitcode:
            again = Process(target=job, args=(name,))
            again.start()
            again.join()
